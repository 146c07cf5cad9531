import { Account, Client } from 'node-appwrite';
import { KEYS } from '../harness/configuration.js';
import { freshIp } from '../harness/people.js';

export function client() {
  return new Client()
    .setEndpoint(`${process.env.GATEHOUSE_URL}/v1`)
    .setProject('demo')
    .addHeader('x-forwarded-for', freshIp());
}

export function clientWithKey(key = KEYS.demo) {
  return client().setKey(key);
}

/** What a server calls in its own name. */
export function withKey(key) {
  return new Account(clientWithKey(key));
}

/** What a server calls for a user, with the encoded session it was given. */
export function withSession(secret) {
  return new Account(client().setSession(secret));
}

/** What a server calls for a user who handed it a token. */
export function withJwt(jwt) {
  return new Account(client().setJWT(jwt));
}
