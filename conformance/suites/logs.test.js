import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { signedInUser } from '../harness/api-client.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';

const HISTORY = ['session.delete', ...Array(30).fill('user.update'), 'session.create', 'session.create', 'user.create'];

describe('logs', () => {
  let client, all;
  before(async () => {
    const known = await signedInUser();
    ({ client } = known);
    const { session } = await known.guest.signIn(known.user);
    for (let i = 0; i < 30; i++) await client.patch('/account/name', { name: `name ${i}` });
    await client.delete(`/account/sessions/${session.$id}`);
    await client.patch('/account/name', { name: '' });
    all = assertStatus(await logs('queries[]=limit(100)'), 200).json;
  });

  const logs = (query) => client.get(`/account/logs?${encodeURI(query)}`);
  const shown = async (query) => assertStatus(await logs(query), 200).json;
  const json = (method, ...values) => JSON.stringify({ method, values });

  test('what changed is told, newest first, and nothing of what was read or refused', () => {
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

  test('an entry names the user as they were called then', () => {
    assert.equal(all.logs.at(-1).userName, '');
    assert.ok(all.logs.slice(1, 20).every(({ userName }) => userName.startsWith('name ')));
  });

  test('twenty-five are shown unless another number is asked for', async () => {
    assert.deepEqual(await shown(''), { total: HISTORY.length, logs: all.logs.slice(0, 25) });
  });

  for (const [spelling, queries] of [
    ['as JSON', `queries[]=${json('limit', 3)}&queries[]=${json('offset', 2)}`],
    ['as JSON with a null attribute', 'queries[]={"method":"limit","attribute":null,"values":[3]}&queries[]=offset(2)'],
    ['as text', 'queries[]=limit(3)&queries[]=offset(2)'],
    ['with indexes', `queries[0]=${json('limit', 3)}&queries[1]=${json('offset', 2)}`],
    ['with indexes out of order', `queries[1]=${json('offset', 2)}&queries[0]=${json('limit', 3)}`],
    ['as the oldest SDKs do', 'limit=3&offset=2'],
    ['with a second limit, which does not count', 'queries[]=limit(3)&queries[]=limit(7)&queries[]=offset(2)'],
  ]) {
    test(`a piece can be asked for ${spelling}`, async () => {
      assert.deepEqual(await shown(queries), { total: HISTORY.length, logs: all.logs.slice(2, 5) });
    });
  }

  test('there may be nothing to show', async () => {
    assert.deepEqual(await shown('queries[]=offset(1000)'), { total: HISTORY.length, logs: [] });
  });

  test('the total is left out by those who do not need it', async () => {
    for (const no of ['false', '0']) assert.equal((await shown(`total=${no}`)).total, 0);
    for (const yes of ['true', '1', '']) assert.equal((await shown(`total=${yes}`)).total, HISTORY.length);
    assertRefused(await logs('total=perhaps'), REFUSALS.argument);
  });

  for (const [what, queries] of [
    ['one that is no list', 'queries=limit(1)'],
    ['a limit of nothing', `queries[]=${json('limit', 0)}`],
    ['a negative limit', `queries[]=${json('limit', -1)}`],
    ['a negative offset', `queries[]=${json('offset', -1)}`],
    ['half a limit', `queries[]=${json('limit', 1.5)}`],
    ['a limit without a number', `queries[]=${json('limit')}`],
    ['a limit in words', `queries[]=${json('limit', 'three')}`],
    ['a limit beyond all numbers', 'queries[]={"method":"limit","values":[1e400]}'],
    ['a limit of twenty digits', `queries[]={"method":"limit","values":[${'9'.repeat(20)}]}`],
    ['an order', `queries[]=${json('orderAsc')}`],
    ['a filter', 'queries[]={"method":"equal","attribute":"event","values":["user.create"]}'],
    ['a method nobody knows', `queries[]=${json('drop', 1)}`],
    ['a method that is none', 'queries[]={"method":{},"values":[1]}'],
    ['half a JSON text', 'queries[]={"method":"limit"'],
    ['an object of another kind', 'queries[]={}'],
    ['a deep one', `queries[]={"method":"limit","values":${'['.repeat(300)}`],
    ['a filter as text', 'queries[]=equal("event",["user.create"])'],
    ['a hundred and one', Array(101).fill('queries[]=limit(1)').join('&')],
    ['a list of lists', 'queries[0][0]=limit(1)'],
  ]) {
    test(`a query is refused: ${what}`, async () => {
      assertRefused(await logs(queries), REFUSALS.argument);
    });
  }

  test('a query is refused: one of 4097 characters', async () => {
    assertRefused(await logs(`queries[]=limit(${'0'.repeat(4089)}1)`), REFUSALS.argument);
  });

  test('a text that is no query at all is told from one that is not allowed', async () => {
    for (const nonsense of ['limit(', 'limit', '(1)', 'limit(1', ')(']) {
      assertRefused(await logs(`queries[]=${nonsense}`), REFUSALS.query, nonsense);
    }
  });
});
