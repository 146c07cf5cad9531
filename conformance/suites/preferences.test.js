import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedInUser } from '../harness/api-client.js';
import { assertRefusedUnchanged, assertStatus, REFUSALS } from '../harness/expectations.js';

const MAX_BYTES = 65_535;

/** @returns JSON `{"a":"…"}` of so many bytes */
const ofSize = (bytes, character = 'x') => {
  const available = bytes - '{"a":""}'.length;
  const width = Buffer.byteLength(character);
  return `{"a":"${character.repeat(Math.floor(available / width))}${'x'.repeat(available % width)}"}`;
};

describe('preferences', () => {
  let client;
  before(async () => ({ client } = await signedInUser()));

  const store = (json) => client.patch('/account/prefs', `{"prefs":${json}}`);

  for (const [what, json] of [
    ['no preferences', '{}'],
    ['keys in their original order', '{"z":1,"a":2,"10":3,"9":4,"Z":5}'],
    ['numbers as they were written', '{"whole":1,"point":1.0,"tenth":0.1,"minus":-7,"big":12345678901234567890}'],
    ['empty values', '{"object":{},"list":[],"text":"","nothing":null,"deep":{"a":{"b":{}}},"":""}'],
    ['values of all types', '{"a":true,"b":false,"c":[1,"2",{"d":[[]]}]}'],
    ['characters of several scripts', '{"ключ":"значение","日本":"語","emoji":"🦊👩‍👩‍👧","rtl":"שלום"}'],
    ['special characters', '{"a.b":"$c","<script>":"&amp;","quote":"\\"","back":"\\\\","line":"\\n"}'],
    ['null characters', '{"a":"\\u0000","\\u0000":[{"b":["\\u0000"]}]}'],
    ['names of prototype properties', '{"__proto__":{"polluted":true},"constructor":{"prototype":1},"toString":null}'],
    ['names of parameters', '{"prefs":{"prefs":{}},"$id":"x","email":"a@example.net","project":"other"}'],
    ['100 levels', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`],
    ['the maximum size', ofSize(MAX_BYTES)],
    ['the maximum size, in multi-byte characters', ofSize(MAX_BYTES, '🦊')],
    ['thousands of keys', JSON.stringify(Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`key${i}`, i])))],
  ]) {
    test(`preferences are returned byte for byte: ${what}`, async () => {
      const changed = assertStatus(await store(json), 200);
      assert.ok(changed.text.includes(`"prefs":${json},"targets":`));
      assert.equal((await client.get('/account/prefs')).text, json);
      assert.ok((await client.get('/account')).text.includes(`"prefs":${json},"targets":`));
    });
  }

  test('new preferences replace the former ones and are not merged', async () => {
    await store('{"a":{"b":1},"c":2}');
    await store('{"a":{}}');
    assert.equal((await client.get('/account/prefs')).text, '{"a":{}}');
  });

  test('an empty array is accepted as empty preferences', async () => {
    await store('{"a":1}');
    assertStatus(await store('[]'), 200);
    assert.equal((await client.get('/account/prefs')).text, '{}');
  });

  test('preferences can be sent as a form', async () => {
    const form = 'prefs[theme]=dark&prefs[columns][]=a&prefs[columns][]=b';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    assertStatus(await client.send('PATCH', '/account/prefs', form, headers), 200);
    assert.deepEqual((await client.get('/account/prefs')).json, { theme: 'dark', columns: ['a', 'b'] });
  });

  for (const [what, json] of [
    ['null', 'null'],
    ['a string', '"text"'],
    ['a string with an object', '"{}"'],
    ['an empty string', '""'],
    ['a number', '1'],
    ['a boolean', 'true'],
    ['an array', '[1]'],
    ['an array of objects', '[{}]'],
    ['one byte too large', ofSize(MAX_BYTES + 1)],
    ['one byte too large, in multi-byte characters', ofSize(MAX_BYTES + 1, '🦊')],
    ['far too large', ofSize(1_000_000)],
    ['100 000 emoji', `{"a":"${'🦊'.repeat(100_000)}"}`],
    ['100 000 levels deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['half a surrogate pair in a value', '{"a":"\\ud83e"}'],
    ['half a surrogate pair in a key', '{"\\udd8a":1}'],
  ]) {
    test(`preferences are refused: ${what}`, () =>
      assertRefusedUnchanged(client, () => store(json), REFUSALS.argument));
  }

  test('a request without preferences is refused', () =>
    assertRefusedUnchanged(client, () => client.patch('/account/prefs', { theme: 'dark' }), REFUSALS.argument));
});
