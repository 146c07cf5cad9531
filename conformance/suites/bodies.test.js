import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedInUser } from '../harness/api-client.js';
import { assertRefusedUnchanged, assertStatus, assertUnchanged, REFUSALS } from '../harness/expectations.js';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const MULTIPART_TYPE = 'multipart/form-data; boundary=border';

const part = (name, value) => `--border\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

describe('request bodies', () => {
  let client;
  before(async () => ({ client } = await signedInUser()));

  const rename = (type, body) => client.send('PATCH', '/account/name', body, { 'content-type': type });

  for (const [how, type, body, name = 'Zoë M'] of [
    ['JSON', JSON_TYPE, '{"name":"Zoë M"}'],
    ['JSON with escapes', JSON_TYPE, '{"name":"Zo\\u00eb \\u004d"}'],
    ['JSON with a charset', `${JSON_TYPE}; charset=utf-8`, '{"name":"Zoë M"}'],
    ['JSON with surrounding blanks', JSON_TYPE, '\r\n\t {"name" : "Zoë M"}\n'],
    ['JSON with further fields', JSON_TYPE, '{"status":false,"name":"Zoë M","$id":"x","email":1}'],
    ['a form', FORM_TYPE, 'name=Zo%C3%AB+M'],
    ['a form with further fields', FORM_TYPE, '&&a=1&name=Zo%C3%AB%20M&b[]=2&='],
    ['a multipart form', MULTIPART_TYPE, `${part('a', 1)}${part('name', 'Zoë M')}--border--\r\n`],
    ['a form without a content type', undefined, 'name=Zo%C3%AB+M'],
    ['a form with the content type text/plain', 'text/plain', 'name=Zo%C3%AB+M'],
    [
      'JSON, 128 characters beyond the basic multilingual plane',
      JSON_TYPE,
      `{"name":"${'🦊'.repeat(128)}"}`,
      '🦊'.repeat(128),
    ],
    ['JSON with SQL in it', JSON_TYPE, '{"name":"\\"; DROP TABLE account; --"}', '"; DROP TABLE account; --'],
    ['JSON with control characters', JSON_TYPE, '{"name":"a\\u0001\\t\\n\\u001fb"}', 'a\u0001\t\n\u001fb'],
    ['JSON, all blanks', JSON_TYPE, '{"name":"   "}', '   '],
  ]) {
    test(`a name is accepted: ${how}`, async () => {
      assert.equal(assertStatus(await rename(type, body), 200).json.name, name);
      assert.equal((await client.get('/account')).json.name, name);
    });
  }

  for (const [what, type, body] of [
    ['empty', JSON_TYPE, ''],
    ['truncated JSON', JSON_TYPE, '{"name":"Ada"'],
    ['two JSON values', JSON_TYPE, '{"name":"Ada"} {"name":"Ada"}'],
    ['a trailing bracket', JSON_TYPE, '{"name":"Ada"}]'],
    ['a trailing comma', JSON_TYPE, '{"name":"Ada",}'],
    ['single quotes', JSON_TYPE, "{'name':'Ada'}"],
    ['an unquoted field name', JSON_TYPE, '{name:"Ada"}'],
    ['a comment', JSON_TYPE, '{"name":"Ada"/* */}'],
    ['the literal NaN', JSON_TYPE, '{"name":"Ada","a":NaN}'],
    ['a raw line break in a string', JSON_TYPE, '{"name":"A\nda"}'],
    ['an invalid escape sequence', JSON_TYPE, '{"name":"\\x41da"}'],
    ['a JSON array', JSON_TYPE, '[{"name":"Ada"}]'],
    ['a JSON string', JSON_TYPE, '"name"'],
    ['a JSON number', JSON_TYPE, '1'],
    ['the JSON literal null', JSON_TYPE, 'null'],
    ['the JSON literal true', JSON_TYPE, 'true'],
    ['JSON with the content type of a form', FORM_TYPE, '{"name":"Ada"}'],
    ['JSON with the content type text/plain', 'text/plain', '{"name":"Ada"}'],
    ['JSON without a content type', undefined, '{"name":"Ada"}'],
    ['JSON with the content type application/problem+json', 'application/problem+json', '{"name":"Ada"}'],
    ['a form with the content type of JSON', JSON_TYPE, 'name=Ada'],
    ['XML', 'application/xml', '<name>Ada</name>'],
    ['JSON with a malformed content type', '///', '{"name":"Ada"}'],
    ['bytes that are not UTF-8', JSON_TYPE, Buffer.from('{"name":"A\xffda"}', 'latin1')],
    ['an overlong UTF-8 sequence', JSON_TYPE, Buffer.from('{"name":"\xc0\x80"}', 'latin1')],
    ['a surrogate encoded in UTF-8', JSON_TYPE, Buffer.from('{"name":"\xed\xa0\x80"}', 'latin1')],
    ['JSON in UTF-16', `${JSON_TYPE}; charset=utf-16`, Buffer.from('{"name":"Ada"}', 'utf16le')],
    ['a form with bytes that are not UTF-8', FORM_TYPE, 'name=%ff%fe'],
    ['a form with a null character', FORM_TYPE, 'name=a%00b'],
    ['a form with a list', FORM_TYPE, 'name[]=Ada'],
    ['a form with a map', FORM_TYPE, 'name[first]=Ada'],
    ['a form with an empty field', FORM_TYPE, 'name='],
    ['a multipart form without a boundary', 'multipart/form-data', part('name', 'Ada')],
    ['a multipart form without an end', MULTIPART_TYPE, '--border\r\nContent-Disposition: form-data; name="na'],
    ['a multipart form with another boundary', MULTIPART_TYPE, part('name', 'Ada').replaceAll('border', 'wall')],
    ['100 000 nested arrays without an end', JSON_TYPE, '['.repeat(100_000)],
    ['100 000 nested arrays', JSON_TYPE, '['.repeat(100_000) + ']'.repeat(100_000)],
    ['100 000 nested objects as the name', JSON_TYPE, `{"name":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`],
    ['a number of a million digits', JSON_TYPE, `{"name":${'9'.repeat(1_000_000)}}`],
    ['a number beyond the range of a double', JSON_TYPE, '{"name":1e999999999}'],
    ['a string of five million characters', JSON_TYPE, `{"name":"${'a'.repeat(5_000_000)}"}`],
    [
      'a hundred thousand other JSON fields',
      JSON_TYPE,
      JSON.stringify(Object.fromEntries(Array(100_000).fill(1).entries())),
    ],
    ['a hundred thousand other form fields', FORM_TYPE, Array.from({ length: 100_000 }, (_, i) => `f${i}=1`).join('&')],
    ['a form field with 10 000 levels of brackets', FORM_TYPE, `name${'[a]'.repeat(10_000)}=1`],
    ['a name within __proto__ and constructor', JSON_TYPE, '{"__proto__":{"name":"Ada"},"constructor":{"name":"Ada"}}'],
  ]) {
    test(`a body is refused: ${what}`, () =>
      assertRefusedUnchanged(client, () => rename(type, body), REFUSALS.argument));
  }

  for (const [what, json] of [
    ['missing', '{}'],
    ['null', '{"name":null}'],
    ['empty', '{"name":""}'],
    ['a number', '{"name":1}'],
    ['a boolean', '{"name":true}'],
    ['an array', '{"name":["Ada"]}'],
    ['an object', '{"name":{"first":"Ada"}}'],
    ['129 characters long', `{"name":"${'é'.repeat(129)}"}`],
    ['a string with a null character', '{"name":"A\\u0000da"}'],
    ['half a surrogate pair', '{"name":"\\ud83e"}'],
    ['a surrogate pair in the wrong order', '{"name":"\\udd8a\\ud83e"}'],
  ]) {
    test(`a name is refused: ${what}`, async () => {
      const refused = await assertRefusedUnchanged(client, () => rename(JSON_TYPE, json), REFUSALS.argument);
      assert.match(refused.json.message, /name/);
    });
  }

  test('a PATCH request does not read parameters from the query', () =>
    assertRefusedUnchanged(
      client,
      () => client.send('PATCH', '/account/name?name=Ada', '{}', { 'content-type': JSON_TYPE }),
      REFUSALS.argument,
    ));

  test('a GET request does not read its body', async () => {
    const request = () => client.send('GET', '/account', '{"project":"nowhere"', { 'content-type': JSON_TYPE });
    assertStatus(await assertUnchanged(client, request), 200);
  });

  test('a malformed percent-encoding in a form is taken literally or refused', async () => {
    const response = await rename(FORM_TYPE, 'name=100%zz');
    if (response.status === 200) assert.equal(response.json.name, '100%zz');
    else assert.equal(response.status, 400);
  });
});
