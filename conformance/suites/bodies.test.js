import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedInUser } from '../harness/api-client.js';
import { assertRefusedUnchanged, assertStatus, assertUnchanged, REFUSALS } from '../harness/expectations.js';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const MULTIPART_TYPE = 'multipart/form-data; boundary=border';

const part = (name, value) => `--border\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

describe('bodies', () => {
  let client;
  before(async () => ({ client } = await signedInUser()));

  const rename = (type, body) => client.send('PATCH', '/account/name', body, { 'content-type': type });

  for (const [how, type, body, name = 'Zoë M'] of [
    ['JSON', JSON_TYPE, '{"name":"Zoë M"}'],
    ['JSON with escapes', JSON_TYPE, '{"name":"Zo\\u00eb \\u004d"}'],
    ['JSON with a charset', `${JSON_TYPE}; charset=utf-8`, '{"name":"Zoë M"}'],
    ['JSON with blanks around', JSON_TYPE, '\r\n\t {"name" : "Zoë M"}\n'],
    ['JSON with more than is asked for', JSON_TYPE, '{"status":false,"name":"Zoë M","$id":"x","email":1}'],
    ['a form', FORM_TYPE, 'name=Zo%C3%AB+M'],
    ['a form with more than is asked for', FORM_TYPE, '&&a=1&name=Zo%C3%AB%20M&b[]=2&='],
    ['a form of several parts', MULTIPART_TYPE, `${part('a', 1)}${part('name', 'Zoë M')}--border--\r\n`],
    ['a form whose type is not told', undefined, 'name=Zo%C3%AB+M'],
    ['a form under another type', 'text/plain', 'name=Zo%C3%AB+M'],
    ['characters beyond the basic plane, 128 of them', JSON_TYPE, `{"name":"${'🦊'.repeat(128)}"}`, '🦊'.repeat(128)],
    [
      'a text that looks like something else',
      JSON_TYPE,
      '{"name":"\\"; DROP TABLE account; --"}',
      '"; DROP TABLE account; --',
    ],
    ['a text with control characters', JSON_TYPE, '{"name":"a\\u0001\\t\\n\\u001fb"}', 'a\u0001\t\n\u001fb'],
    ['blanks', JSON_TYPE, '{"name":"   "}', '   '],
  ]) {
    test(`a name is understood as ${how}`, async () => {
      assert.equal(assertStatus(await rename(type, body), 200).json.name, name);
      assert.equal((await client.get('/account')).json.name, name);
    });
  }

  for (const [what, type, body] of [
    ['nothing', JSON_TYPE, ''],
    ['half of it', JSON_TYPE, '{"name":"Ada"'],
    ['more than one thing', JSON_TYPE, '{"name":"Ada"} {"name":"Ada"}'],
    ['something behind it', JSON_TYPE, '{"name":"Ada"}]'],
    ['a comma too many', JSON_TYPE, '{"name":"Ada",}'],
    ['single quotes', JSON_TYPE, "{'name':'Ada'}"],
    ['a name without quotes', JSON_TYPE, '{name:"Ada"}'],
    ['a comment', JSON_TYPE, '{"name":"Ada"/* */}'],
    ['what is not a number', JSON_TYPE, '{"name":"Ada","a":NaN}'],
    ['a raw line break in a text', JSON_TYPE, '{"name":"A\nda"}'],
    ['an escape that is none', JSON_TYPE, '{"name":"\\x41da"}'],
    ['a list', JSON_TYPE, '[{"name":"Ada"}]'],
    ['a text', JSON_TYPE, '"name"'],
    ['a number', JSON_TYPE, '1'],
    ['null', JSON_TYPE, 'null'],
    ['true', JSON_TYPE, 'true'],
    ['JSON under the type of a form', FORM_TYPE, '{"name":"Ada"}'],
    ['JSON under the type of text', 'text/plain', '{"name":"Ada"}'],
    ['JSON under no type', undefined, '{"name":"Ada"}'],
    ['JSON under a type of its own', 'application/problem+json', '{"name":"Ada"}'],
    ['a form under the type of JSON', JSON_TYPE, 'name=Ada'],
    ['XML', 'application/xml', '<name>Ada</name>'],
    ['a type that is none', '///', '{"name":"Ada"}'],
    ['bytes that are no UTF-8', JSON_TYPE, Buffer.from('{"name":"A\xffda"}', 'latin1')],
    ['bytes that are too many for their character', JSON_TYPE, Buffer.from('{"name":"\xc0\x80"}', 'latin1')],
    ['a surrogate in UTF-8', JSON_TYPE, Buffer.from('{"name":"\xed\xa0\x80"}', 'latin1')],
    ['another encoding', `${JSON_TYPE}; charset=utf-16`, Buffer.from('{"name":"Ada"}', 'utf16le')],
    ['bytes that are no UTF-8 in a form', FORM_TYPE, 'name=%ff%fe'],
    ['a null character in a form', FORM_TYPE, 'name=a%00b'],
    ['a list in a form', FORM_TYPE, 'name[]=Ada'],
    ['a map in a form', FORM_TYPE, 'name[first]=Ada'],
    ['an empty field', FORM_TYPE, 'name='],
    ['parts without a border', 'multipart/form-data', part('name', 'Ada')],
    ['parts without an end', MULTIPART_TYPE, '--border\r\nContent-Disposition: form-data; name="na'],
    ['parts of another border', MULTIPART_TYPE, part('name', 'Ada').replaceAll('border', 'wall')],
    ['100 000 lists in each other', JSON_TYPE, '['.repeat(100_000)],
    ['100 000 closed lists in each other', JSON_TYPE, '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a name that is 100 000 objects deep', JSON_TYPE, `{"name":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['a number of a million digits', JSON_TYPE, `{"name":${'9'.repeat(1_000_000)}}`],
    ['a number far out', JSON_TYPE, '{"name":1e999999999}'],
    ['a text of five million letters', JSON_TYPE, `{"name":"${'a'.repeat(5_000_000)}"}`],
    [
      'a hundred thousand other things',
      JSON_TYPE,
      JSON.stringify(Object.fromEntries(Array(100_000).fill(1).entries())),
    ],
    ['a hundred thousand other fields', FORM_TYPE, Array.from({ length: 100_000 }, (_, i) => `f${i}=1`).join('&')],
    ['brackets that do not end', FORM_TYPE, `name${'[a]'.repeat(10_000)}=1`],
    ['the name of a prototype', JSON_TYPE, '{"__proto__":{"name":"Ada"},"constructor":{"name":"Ada"}}'],
  ]) {
    test(`a name is not read out of ${what}`, () =>
      assertRefusedUnchanged(client, () => rename(type, body), REFUSALS.argument));
  }

  for (const [what, json] of [
    ['missing', '{}'],
    ['null', '{"name":null}'],
    ['empty', '{"name":""}'],
    ['a number', '{"name":1}'],
    ['a truth', '{"name":true}'],
    ['a list', '{"name":["Ada"]}'],
    ['an object', '{"name":{"first":"Ada"}}'],
    ['129 characters long', `{"name":"${'é'.repeat(129)}"}`],
    ['a text with a null character', '{"name":"A\\u0000da"}'],
    ['half a character', '{"name":"\\ud83e"}'],
    ['the wrong half of a character', '{"name":"\\udd8a\\ud83e"}'],
  ]) {
    test(`a name is refused that is ${what}`, async () => {
      const refused = await assertRefusedUnchanged(client, () => rename(JSON_TYPE, json), REFUSALS.argument);
      assert.match(refused.json.message, /name/);
    });
  }

  test('what stands in the query of a change is not read', () =>
    assertRefusedUnchanged(
      client,
      () => client.send('PATCH', '/account/name?name=Ada', '{}', { 'content-type': JSON_TYPE }),
      REFUSALS.argument,
    ));

  test('what stands in the body of a question is not read', async () => {
    const asked = () => client.send('GET', '/account', '{"project":"nowhere"', { 'content-type': JSON_TYPE });
    assertStatus(await assertUnchanged(client, asked), 200);
  });

  test('a broken escape in a form is taken literally or refused', async () => {
    const response = await rename(FORM_TYPE, 'name=100%zz');
    if (response.status === 200) assert.equal(response.json.name, '100%zz');
    else assert.equal(response.status, 400);
  });
});
