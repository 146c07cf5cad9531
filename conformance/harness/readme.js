import { readFileSync } from 'node:fs';

const README = new URL('../../README.md', import.meta.url);

/** @returns the fenced blocks of the README that have a language, in order, each as language and code */
export function readmeBlocks() {
  const blocks = readFileSync(README, 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm);
  return [...blocks].map(([, language, code]) => ({ language, code }));
}

/** @returns for each call of curl in a script, in order: its line, and the status that a comment states, if any */
export function curlCalls(script) {
  return script.split('\n').flatMap((line) => {
    const stated = /#.*?\b([1-5]\d\d)\b/.exec(line)?.[1];
    return [...line.replace(/ #.*/, '').matchAll(/\bcurl\b/g)].map(() => ({ line, stated: stated && Number(stated) }));
  });
}
