import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedInUser } from '../harness/api-client.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';

const HISTORY = ['session.delete', ...Array(30).fill('user.update'), 'session.create', 'session.create', 'user.create'];

describe('the log of an account', () => {
  let client, all;
  before(async () => {
    const signedIn = await signedInUser();
    ({ client } = signedIn);
    const { session } = await signedIn.guest.signIn(signedIn.user);
    for (let i = 0; i < 30; i++) await client.patch('/account/name', { name: `name ${i}` });
    await client.delete(`/account/sessions/${session.$id}`);
    await client.patch('/account/name', { name: '' });
    all = assertStatus(await logs('queries[]=limit(100)'), 200).json;
  });

  const logs = (query) => client.get(`/account/logs?${encodeURI(query)}`);
  const read = async (query) => assertStatus(await logs(query), 200).json;
  const jsonQuery = (method, ...values) => JSON.stringify({ method, values });

  test('the log contains changes, newest first, but no reads and no refused requests', () => {
    assert.deepEqual(
      all.logs.map(({ event }) => event),
      HISTORY,
    );
    assert.equal(all.total, HISTORY.length);
    assert.deepEqual(
      all.logs.map(({ time }) => time),
      all.logs
        .map(({ time }) => time)
        .sort()
        .reverse(),
    );
  });

  test('an entry contains the user name at the time of the change', () => {
    assert.equal(all.logs.at(-1).userName, '');
    assert.ok(all.logs.slice(1, 20).every(({ userName }) => userName.startsWith('name ')));
  });

  test('a page has 25 entries by default', async () => {
    assert.deepEqual(await read(''), { total: HISTORY.length, logs: all.logs.slice(0, 25) });
  });

  for (const [spelling, queries] of [
    ['as JSON', `queries[]=${jsonQuery('limit', 3)}&queries[]=${jsonQuery('offset', 2)}`],
    ['as JSON with a null attribute', 'queries[]={"method":"limit","attribute":null,"values":[3]}&queries[]=offset(2)'],
    ['as text', 'queries[]=limit(3)&queries[]=offset(2)'],
    ['with indexes', `queries[0]=${jsonQuery('limit', 3)}&queries[1]=${jsonQuery('offset', 2)}`],
    ['with indexes out of order', `queries[1]=${jsonQuery('offset', 2)}&queries[0]=${jsonQuery('limit', 3)}`],
    ['as plain parameters, as in the oldest SDKs', 'limit=3&offset=2'],
    ['with a second limit, which is ignored', 'queries[]=limit(3)&queries[]=limit(7)&queries[]=offset(2)'],
  ]) {
    test(`limit and offset are accepted ${spelling}`, async () => {
      assert.deepEqual(await read(queries), { total: HISTORY.length, logs: all.logs.slice(2, 5) });
    });
  }

  test('an offset beyond the end returns no entries', async () => {
    assert.deepEqual(await read('queries[]=offset(1000)'), { total: HISTORY.length, logs: [] });
  });

  test('the total is 0 if the request disables it', async () => {
    for (const falsy of ['false', '0']) assert.equal((await read(`total=${falsy}`)).total, 0);
    for (const truthy of ['true', '1', '']) assert.equal((await read(`total=${truthy}`)).total, HISTORY.length);
    assertRefused(await logs('total=perhaps'), REFUSALS.argument);
  });

  for (const [what, queries] of [
    ['not a list', 'queries=limit(1)'],
    ['a limit of 0', `queries[]=${jsonQuery('limit', 0)}`],
    ['a negative limit', `queries[]=${jsonQuery('limit', -1)}`],
    ['a negative offset', `queries[]=${jsonQuery('offset', -1)}`],
    ['a fractional limit', `queries[]=${jsonQuery('limit', 1.5)}`],
    ['a limit without a number', `queries[]=${jsonQuery('limit')}`],
    ['a limit that is a string', `queries[]=${jsonQuery('limit', 'three')}`],
    ['a limit beyond the range of a double', 'queries[]={"method":"limit","values":[1e400]}'],
    ['a limit of twenty digits', `queries[]={"method":"limit","values":[${'9'.repeat(20)}]}`],
    ['an order', `queries[]=${jsonQuery('orderAsc')}`],
    ['a filter', 'queries[]={"method":"equal","attribute":"event","values":["user.create"]}'],
    ['an unknown method', `queries[]=${jsonQuery('drop', 1)}`],
    ['a method that is an object', 'queries[]={"method":{},"values":[1]}'],
    ['truncated JSON', 'queries[]={"method":"limit"'],
    ['an empty object', 'queries[]={}'],
    ['300 nested arrays', `queries[]={"method":"limit","values":${'['.repeat(300)}`],
    ['a filter as text', 'queries[]=equal("event",["user.create"])'],
    ['101 queries', Array(101).fill('queries[]=limit(1)').join('&')],
    ['a list of lists', 'queries[0][0]=limit(1)'],
  ]) {
    test(`a query is refused: ${what}`, async () => {
      assertRefused(await logs(queries), REFUSALS.argument);
    });
  }

  test('a query is refused: one of 4097 characters', async () => {
    assertRefused(await logs(`queries[]=limit(${'0'.repeat(4089)}1)`), REFUSALS.argument);
  });

  test('text that does not parse as a query has an error type of its own', async () => {
    for (const nonsense of ['limit(', 'limit', '(1)', 'limit(1', ')(']) {
      assertRefused(await logs(`queries[]=${nonsense}`), REFUSALS.query, nonsense);
    }
  });
});
