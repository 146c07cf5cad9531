import { describe, test } from 'node:test';
import { ApiClient, server, signedInUser } from '../harness/api-client.js';
import { APP_URL } from '../harness/configuration.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { randomPhone, randomUser } from '../harness/test-data.js';

const COMPOSED = 'cr\u00e8me br\u00fbl\u00e9e'.normalize('NFC');
const DECOMPOSED = COMPOSED.normalize('NFD');
const WITHOUT_ACCENTS = 'creme brulee';

for (const [set, typed] of [
  [COMPOSED, DECOMPOSED],
  [DECOMPOSED, COMPOSED],
]) {
  const [from, to] = set === COMPOSED ? ['composed', 'decomposed'] : ['decomposed', 'composed'];

  describe(`a password that was set ${from} and is typed ${to}`, () => {
    test('opens a session, and no other text does', async () => {
      const guest = new ApiClient();
      const { email } = await guest.signUp({ ...randomUser(), password: set });
      await guest.signIn({ email, password: typed });
      await guest.signIn({ email, password: set });
      const wrong = { email, password: WITHOUT_ACCENTS };
      assertRefused(await guest.post('/account/sessions/email', wrong), REFUSALS.credentials);
    });

    test('confirms a change of address, number and password', async () => {
      const { client } = await signedInUserWith(set);
      const { email } = randomUser();
      assertStatus(await client.patch('/account/email', { email, password: typed }), 200);
      assertStatus(await client.patch('/account/phone', { phone: randomPhone(), password: typed }), 200);
      const change = { oldPassword: typed, password: 'battery staple' };
      assertStatus(await client.patch('/account/password', change), 200);
    });

    test('is the same in both fields of a recovery, and opens a session afterwards', async () => {
      const { guest, user } = await signedInUser();
      const { userId, email } = user;
      const { secret } = (await server().post('/account/recovery', { email, url: APP_URL })).json;
      const recovery = { userId, secret, password: set, passwordAgain: typed };
      assertStatus(await guest.put('/account/recovery', recovery), 200);
      await guest.signIn({ email, password: typed });
    });
  });
}

describe('the length of a password', () => {
  test('is that of the composed form, and a decomposed password of valid length is accepted', async () => {
    const e = '\u00e9'.normalize('NFD');
    const guest = new ApiClient();
    for (const invalid of [e.repeat(3), e.repeat(129), '\u0301'.repeat(5_000)]) {
      assertRefused(await guest.post('/account', { ...randomUser(), password: invalid }), REFUSALS.argument);
    }
    const { email } = await guest.signUp({ ...randomUser(), password: e.repeat(128) });
    await guest.signIn({ email, password: e.repeat(128) });
    await guest.signIn({ email, password: e.repeat(128).normalize('NFC') });
  });
});

async function signedInUserWith(password) {
  const guest = new ApiClient();
  return guest.signIn(await guest.signUp({ ...randomUser(), password }));
}
