import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApiClient } from '../harness/api-client.js';
import { assertStatus } from '../harness/expectations.js';

const chromium = (platform, tokens) =>
  `Mozilla/5.0 (${platform}) AppleWebKit/537.36 (KHTML, like Gecko) ${tokens} Safari/537.36`;
const safari = (platform, tokens) => `Mozilla/5.0 (${platform}) AppleWebKit/605.1.15 (KHTML, like Gecko) ${tokens}`;
const firefox = (platform, build) => `Mozilla/5.0 (${platform}; rv:125.0) Gecko/${build} Firefox/125.0`;

const WINDOWS = 'Windows NT 10.0; Win64; x64';
const MAC = 'Macintosh; Intel Mac OS X 10_15_7';
const IPHONE = 'iPhone; CPU iPhone OS 17_4 like Mac OS X';
const PIXEL = 'Linux; Android 13; Pixel 7 Pro';

const NOTHING = ['', '', ''];
const NO_CLIENT = [...NOTHING, ...NOTHING];
const library = (name, version) => ['library', '', name, version, '', ''];

/** User agents with the expected operating system, client and device (models.md §13). */
const AGENTS = [
  ['UNKNOWN', NOTHING, NO_CLIENT, NOTHING],
  ['node', NOTHING, NO_CLIENT, NOTHING],
  [
    chromium(WINDOWS, 'Chrome/70.0.3538.77'),
    ['WIN', 'Windows', '10'],
    ['browser', 'CH', 'Chrome', '70.0', 'Blink', '70.0.3538.77'],
    ['desktop', '', ''],
  ],
  [
    chromium(MAC, 'Chrome/126.0.0.0'),
    ['MAC', 'Mac', '10.15'],
    ['browser', 'CH', 'Chrome', '126.0', 'Blink', '126.0.0.0'],
    ['desktop', 'Apple', ''],
  ],
  [
    safari(MAC, 'Version/17.4 Safari/605.1.15'),
    ['MAC', 'Mac', '10.15'],
    ['browser', 'SF', 'Safari', '17.4', 'WebKit', '605.1.15'],
    ['desktop', 'Apple', ''],
  ],
  [
    firefox('X11; Linux x86_64', '20100101'),
    ['LIN', 'GNU/Linux', ''],
    ['browser', 'FF', 'Firefox', '125.0', 'Gecko', '125.0'],
    ['desktop', '', ''],
  ],
  [
    firefox('X11; Ubuntu; Linux x86_64', '20100101'),
    ['UBT', 'Ubuntu', ''],
    ['browser', 'FF', 'Firefox', '125.0', 'Gecko', '125.0'],
    ['desktop', '', ''],
  ],
  [
    `${chromium(WINDOWS, 'Chrome/124.0.0.0')} Edg/124.0.2478.51`,
    ['WIN', 'Windows', '10'],
    ['browser', 'PS', 'Microsoft Edge', '124.0', 'Blink', '124.0.0.0'],
    ['desktop', '', ''],
  ],
  [
    `${chromium(WINDOWS, 'Chrome/124.0.0.0')} OPR/110.0.0.0`,
    ['WIN', 'Windows', '10'],
    ['browser', 'OP', 'Opera', '110.0', 'Blink', '124.0.0.0'],
    ['desktop', '', ''],
  ],
  [
    'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko',
    ['WIN', 'Windows', '7'],
    ['browser', 'IE', 'Internet Explorer', '11.0', 'Trident', '7.0'],
    ['desktop', '', ''],
  ],
  [
    chromium('X11; CrOS x86_64 14541.0.0', 'Chrome/124.0.0.0'),
    ['COS', 'Chrome OS', '14541.0'],
    ['browser', 'CH', 'Chrome', '124.0', 'Blink', '124.0.0.0'],
    ['desktop', '', ''],
  ],
  [
    safari(IPHONE, 'Version/17.4 Mobile/15E148 Safari/604.1'),
    ['IOS', 'iOS', '17.4'],
    ['browser', 'MF', 'Mobile Safari', '17.4', 'WebKit', '605.1.15'],
    ['smartphone', 'Apple', 'iPhone'],
  ],
  [
    safari(IPHONE, 'CriOS/123.0.6312.52 Mobile/15E148 Safari/604.1'),
    ['IOS', 'iOS', '17.4'],
    ['browser', 'CI', 'Chrome Mobile iOS', '123.0', 'WebKit', '605.1.15'],
    ['smartphone', 'Apple', 'iPhone'],
  ],
  [
    safari('iPad; CPU OS 17_4 like Mac OS X', 'Version/17.4 Mobile/15E148 Safari/604.1'),
    ['IPA', 'iPadOS', '17.4'],
    ['browser', 'MF', 'Mobile Safari', '17.4', 'WebKit', '605.1.15'],
    ['tablet', 'Apple', 'iPad'],
  ],
  [
    chromium(PIXEL, 'Chrome/120.0.0.0 Mobile'),
    ['AND', 'Android', '13'],
    ['browser', 'CM', 'Chrome Mobile', '120.0', 'Blink', '120.0.0.0'],
    ['smartphone', 'Google', 'Pixel 7 Pro'],
  ],
  [
    chromium('Linux; Android 10; K', 'Chrome/114.0.0.0 Mobile'),
    ['AND', 'Android', '10'],
    ['browser', 'CM', 'Chrome Mobile', '114.0', 'Blink', '114.0.0.0'],
    ['smartphone', '', ''],
  ],
  [
    chromium('Linux; Android 14; SAMSUNG SM-S918B', 'SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile'),
    ['AND', 'Android', '14'],
    ['browser', 'SB', 'Samsung Browser', '24.0', 'Blink', '117.0.0.0'],
    ['smartphone', 'Samsung', 'Galaxy S23 Ultra'],
  ],
  [
    chromium(`${PIXEL} Build/TQ3A.230805.001; wv`, 'Version/4.0 Chrome/124.0.6367.82 Mobile'),
    ['AND', 'Android', '13'],
    ['browser', 'CV', 'Chrome Webview', '124.0', 'Blink', '124.0.6367.82'],
    ['smartphone', 'Google', 'Pixel 7 Pro'],
  ],
  [
    firefox('Android 14; Mobile', '125.0'),
    ['AND', 'Android', '14'],
    ['browser', 'FM', 'Firefox Mobile', '125.0', 'Gecko', '125.0'],
    ['smartphone', '', ''],
  ],
  ['PostmanRuntime/7.39.1', NOTHING, library('Postman Desktop', '7.39'), NOTHING],
  ['curl/8.4.0', NOTHING, library('curl', '8.4'), NOTHING],
  ['okhttp/4.12.0', ['AND', 'Android', ''], library('OkHttp', '4.12'), NOTHING],
  ['Dart/3.4 (dart:io)', NOTHING, library('Dart', '3.4'), NOTHING],
  ['python-requests/2.31.0', NOTHING, library('Python Requests', '2.31'), NOTHING],
  ['Go-http-client/1.1', NOTHING, library('Go-http-client', '1.1'), NOTHING],
  ['axios/1.6.8', NOTHING, library('Axios', '1.6'), NOTHING],
  ['Java-http-client/17.0.9', NOTHING, library('Java HTTP Client', '17.0'), NOTHING],
  [
    'com.example.app/1.0.0, Dalvik/2.1.0 (Linux; U; Android 13; Pixel 7 Build/TQ3A.230805.001)',
    ['AND', 'Android', '13'],
    ['browser', 'AN', 'Android Browser', '', 'WebKit', ''],
    ['smartphone', 'Google', 'Pixel 7'],
  ],
];

describe('user agents', () => {
  let user;
  before(async () => (user = await new ApiClient().signUp()));

  for (const [agent, os, client, device] of AGENTS) {
    test(`a session describes the device of the user agent ${agent}`, async () => {
      const { session } = await new ApiClient({ 'user-agent': agent }).signIn(user);
      assert.deepEqual(osOf(session), os);
      assert.deepEqual(clientOf(session), client);
      assert.deepEqual(deviceOf(session), device);
    });
  }

  test('without a user agent all device fields are empty', async () => {
    const { session } = await new ApiClient({ 'user-agent': undefined }).signIn(user);
    assert.deepEqual([osOf(session), clientOf(session), deviceOf(session)], [NOTHING, NO_CLIENT, NOTHING]);
  });

  test('the Appwrite CLI is recognised as a desktop client', async () => {
    const { session } = await new ApiClient({ 'user-agent': 'AppwriteCLI/6.1.0 (Linux; x64)' }).signIn(user);
    assert.deepEqual(clientOf(session), ['desktop', 'cli', 'Appwrite CLI', '6.1.0', '', '']);
  });

  test('sign-in succeeds with a very long or malformed user agent', async () => {
    for (const agent of ['Mozilla/5.0 '.repeat(500), '((((((((', '%s%n${jndi:x}', ';'.repeat(3000)]) {
      const client = new ApiClient({ 'user-agent': agent });
      assertStatus(await client.post('/account/sessions/email', user), 201);
    }
  });
});

const osOf = ({ osCode, osName, osVersion }) => [osCode, osName, osVersion];
const deviceOf = ({ deviceName, deviceBrand, deviceModel }) => [deviceName, deviceBrand, deviceModel];
const clientOf = ({ clientType, clientCode, clientName, clientVersion, clientEngine, clientEngineVersion }) => [
  clientType,
  clientCode,
  clientName,
  clientVersion,
  clientEngine,
  clientEngineVersion,
];
