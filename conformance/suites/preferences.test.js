import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedInUser } from '../harness/api-client.js';
import { assertRefusedUnchanged, assertStatus, REFUSALS } from '../harness/expectations.js';

const LARGEST = 65_535;

/** `{"a":"…"}` of so many bytes. */
const ofSize = (bytes, character = 'x') => {
  const room = bytes - '{"a":""}'.length;
  const width = Buffer.byteLength(character);
  return `{"a":"${character.repeat(Math.floor(room / width))}${'x'.repeat(room % width)}"}`;
};

describe('preferences', () => {
  let client;
  before(async () => ({ client } = await signedInUser()));

  const store = (json) => client.patch('/account/prefs', `{"prefs":${json}}`);

  for (const [what, json] of [
    ['nothing', '{}'],
    ['keys in their order', '{"z":1,"a":2,"10":3,"9":4,"Z":5}'],
    ['numbers as they were written', '{"whole":1,"point":1.0,"tenth":0.1,"minus":-7,"big":12345678901234567890}'],
    ['what is empty', '{"object":{},"list":[],"text":"","nothing":null,"deep":{"a":{"b":{}}},"":""}'],
    ['all kinds of values', '{"a":true,"b":false,"c":[1,"2",{"d":[[]]}]}'],
    ['all kinds of letters', '{"ключ":"значение","日本":"語","emoji":"🦊👩‍👩‍👧","rtl":"שלום"}'],
    ['letters of special meaning', '{"a.b":"$c","<script>":"&amp;","quote":"\\"","back":"\\\\","line":"\\n"}'],
    ['null characters', '{"a":"\\u0000","\\u0000":[{"b":["\\u0000"]}]}'],
    ['the names of prototypes', '{"__proto__":{"polluted":true},"constructor":{"prototype":1},"toString":null}'],
    ['the names of parameters', '{"prefs":{"prefs":{}},"$id":"x","email":"a@example.net","project":"other"}'],
    ['a hundred levels', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`],
    ['as much as there may be', ofSize(LARGEST)],
    ['as much as there may be, in letters of several bytes', ofSize(LARGEST, '🦊')],
    ['thousands of keys', JSON.stringify(Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`key${i}`, i])))],
  ]) {
    test(`are given back as they came: ${what}`, async () => {
      const changed = assertStatus(await store(json), 200);
      assert.ok(changed.text.includes(`"prefs":${json},"targets":`));
      assert.equal((await client.get('/account/prefs')).text, json);
      assert.ok((await client.get('/account')).text.includes(`"prefs":${json},"targets":`));
    });
  }

  test('are replaced, not merged', async () => {
    await store('{"a":{"b":1},"c":2}');
    await store('{"a":{}}');
    assert.equal((await client.get('/account/prefs')).text, '{"a":{}}');
  });

  test('are emptied by an empty list as well', async () => {
    await store('{"a":1}');
    assertStatus(await store('[]'), 200);
    assert.equal((await client.get('/account/prefs')).text, '{}');
  });

  test('can be sent as a form', async () => {
    const form = 'prefs[theme]=dark&prefs[columns][]=a&prefs[columns][]=b';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    assertStatus(await client.send('PATCH', '/account/prefs', form, headers), 200);
    assert.deepEqual((await client.get('/account/prefs')).json, { theme: 'dark', columns: ['a', 'b'] });
  });

  for (const [what, json] of [
    ['null', 'null'],
    ['a text', '"text"'],
    ['the text of an object', '"{}"'],
    ['an empty text', '""'],
    ['a number', '1'],
    ['a truth', 'true'],
    ['a list', '[1]'],
    ['a list of objects', '[{}]'],
    ['a byte too large', ofSize(LARGEST + 1)],
    ['a byte too large, in letters of several bytes', ofSize(LARGEST + 1, '🦊')],
    ['far too large', ofSize(1_000_000)],
    ['100 000 emoji', `{"a":"${'🦊'.repeat(100_000)}"}`],
    ['100 000 levels deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['with half a character in a value', '{"a":"\\ud83e"}'],
    ['with half a character in a key', '{"\\udd8a":1}'],
  ]) {
    test(`are refused if they are ${what}`, () => assertRefusedUnchanged(client, () => store(json), REFUSALS.argument));
  }

  test('are refused if they are missing', () =>
    assertRefusedUnchanged(client, () => client.patch('/account/prefs', { theme: 'dark' }), REFUSALS.argument));
});
