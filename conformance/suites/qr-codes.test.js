import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { AuthenticatorApp } from '../harness/authenticator-app.js';
import { member } from '../harness/caller.js';
import { launchChromium } from '../harness/chromium.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { AUTHENTICATOR, enrolled, passed } from '../harness/factors.js';

const PIXELS = 256;

const begunAs = (caller, accept) => caller.post(AUTHENTICATOR, {}, { accept });

describe('an app is enrolled by a QR code', () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  /** What a browser makes of a picture, as an app's camera would see it. */
  async function photographed(svg) {
    const page = await browser.newPage({ viewport: { width: 600, height: 600 } });
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    await page.setContent(`<img src="${source}" width="600" style="position: fixed; inset: 0">`);
    await page.waitForFunction(() => document.querySelector('img').naturalWidth > 0);
    const png = await page.screenshot();
    await page.close();
    return png;
  }

  const pictures = {
    'image/png': (bytes) => {
      const { width, height } = PNG.sync.read(bytes);
      assert.equal(width, height);
      assert.ok(width >= PIXELS, `${width} pixels`);
      return bytes;
    },
    'image/svg+xml': (bytes) => {
      assert.match(bytes.toString('utf8'), /^(<\?xml[^>]*>\s*)?<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      return photographed(bytes);
    },
  };

  for (const [type, seen] of Object.entries(pictures)) {
    test(`as ${type}, which says the same as the URI`, async () => {
      const { caller, person } = await member();
      const answer = assertStatus(await begunAs(caller, type), 200);
      assert.equal(answer.headers['content-type'].split(';')[0], type);
      assert.match(answer.headers['cache-control'], /no-store/);
      const uri = read(await seen(answer.bytes));
      const label = encodeURIComponent(`Demo:${person.email}`);
      assert.match(uri, new RegExp(`^otpauth://totp/${label}\\?issuer=Demo&secret=[A-Z2-7]{103}$`));
      const app = new AuthenticatorApp(uri);
      assertStatus(await caller.put(AUTHENTICATOR, { otp: app.code() }), 200);
      await passed(caller, 'totp', app.code());
    });
  }
});

describe('what an app is enrolled by', () => {
  for (const [accept, type] of [
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['application/json, image/png;q=0.9', 'application/json'],
    ['image/png;q=0, application/json', 'application/json'],
    ['image/png', 'image/png'],
    ['image/png, */*;q=0.1', 'image/png'],
    ['image/png;q=0.4, image/svg+xml;q=0.8, application/json;q=0.2', 'image/svg+xml'],
  ]) {
    test(`is ${type} for those who accept ${accept ?? 'whatever comes'}`, async () => {
      const { caller } = await member();
      const answer = assertStatus(await begunAs(caller, accept), 200);
      assert.equal(answer.headers['content-type'].split(';')[0], type);
    });
  }

  test('is an error in JSON for those who accept pictures, too', async () => {
    const { caller, guest } = await member();
    await enrolled(caller);
    assertRefused(await begunAs(caller, 'image/png'), REFUSALS.authenticatorVerified);
    assertRefused(await begunAs(guest, 'image/svg+xml'), REFUSALS.guest);
  });
});

function read(png) {
  const { data, width, height } = PNG.sync.read(png);
  const code = jsQR(new Uint8ClampedArray(data), width, height);
  assert.ok(code, 'there is a QR code to be read');
  return code.data;
}
