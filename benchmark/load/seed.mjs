// Signs up accounts. Writes the sessions of one half to `session-users`, and the credentials of the other half to
// `sign-in-users`, as JSON.
import { writeFileSync } from 'node:fs';

const [origin, accounts, folder] = process.argv.slice(2);
const CONCURRENT = 8;

async function post(path, body) {
    const response = await fetch(origin + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Appwrite-Project': 'bench' },
        body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(`${path} returned ${response.status}: ${await response.text()}`);
    return response;
}

async function signUp(userId) {
    const credentials = { email: `${userId}@example.com`, password: `the password of ${userId}` };
    await post('/v1/account', { userId, name: userId, ...credentials });
    return credentials;
}

async function signIn(credentials) {
    const response = await post('/v1/account/sessions/email', credentials);
    return JSON.parse(response.headers.get('X-Fallback-Cookies')).a_session_bench;
}

async function writeLines(file, count, line) {
    const numbers = Array.from({ length: count }, (_, i) => i + 1).values();
    const lines = [];
    const work = async () => {
        for (const number of numbers) lines.push(await line(number));
    };
    await Promise.all(Array.from({ length: CONCURRENT }, work));
    writeFileSync(`${folder}/${file}`, lines.join('\n') + '\n');
}

await writeLines('session-users', accounts / 2, async (number) => signIn(await signUp(`reader${number}`)));
await writeLines('sign-in-users', accounts / 2, async (number) => JSON.stringify(await signUp(`user${number}`)));
