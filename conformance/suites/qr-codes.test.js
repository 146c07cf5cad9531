import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { signedInUser } from '../harness/api-client.js';
import { AuthenticatorApp } from '../harness/authenticator-app.js';
import { launchChromium } from '../harness/chromium.js';
import { assertRefused, assertStatus, REFUSALS } from '../harness/expectations.js';
import { AUTHENTICATOR, enrolAuthenticator, passChallenge } from '../harness/factors.js';

const PIXELS = 256;

const startEnrolment = (client, accept) => client.post(AUTHENTICATOR, {}, { accept });

describe('enrolment by QR code', () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  /** Renders an SVG image in a browser. @returns a screenshot as PNG */
  async function screenshot(svg) {
    const page = await browser.newPage({ viewport: { width: 600, height: 600 } });
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    await page.setContent(`<img src="${source}" width="600" style="position: fixed; inset: 0">`);
    await page.waitForFunction(() => document.querySelector('img').naturalWidth > 0);
    const png = await page.screenshot();
    await page.close();
    return png;
  }

  const images = {
    'image/png': (bytes) => {
      const { width, height } = PNG.sync.read(bytes);
      assert.equal(width, height);
      assert.ok(width >= PIXELS, `${width} pixels`);
      return bytes;
    },
    'image/svg+xml': (bytes) => {
      assert.match(bytes.toString('utf8'), /^(<\?xml[^>]*>\s*)?<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      return screenshot(bytes);
    },
  };

  for (const [type, toPng] of Object.entries(images)) {
    test(`the QR code as ${type} contains the URI of the enrolment`, async () => {
      const { client, user } = await signedInUser();
      const response = assertStatus(await startEnrolment(client, type), 200);
      assert.equal(response.headers['content-type'].split(';')[0], type);
      assert.match(response.headers['cache-control'], /no-store/);
      const uri = decode(await toPng(response.bytes));
      const label = encodeURIComponent(`Demo:${user.email}`);
      assert.match(uri, new RegExp(`^otpauth://totp/${label}\\?issuer=Demo&secret=[A-Z2-7]{103}$`));
      const app = new AuthenticatorApp(uri);
      assertStatus(await client.put(AUTHENTICATOR, { otp: app.code() }), 200);
      await passChallenge(client, 'totp', app.code());
    });
  }
});

describe('the content type of an enrolment', () => {
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
    test(`the enrolment is returned as ${type} for the Accept header ${accept ?? '(none)'}`, async () => {
      const { client } = await signedInUser();
      const response = assertStatus(await startEnrolment(client, accept), 200);
      assert.equal(response.headers['content-type'].split(';')[0], type);
    });
  }

  test('errors are JSON even if the Accept header requests an image', async () => {
    const { client, guest } = await signedInUser();
    await enrolAuthenticator(client);
    assertRefused(await startEnrolment(client, 'image/png'), REFUSALS.authenticatorVerified);
    assertRefused(await startEnrolment(guest, 'image/svg+xml'), REFUSALS.guest);
  });
});

function decode(png) {
  const { data, width, height } = PNG.sync.read(png);
  const code = jsQR(new Uint8ClampedArray(data), width, height);
  assert.ok(code, 'there is a QR code to be read');
  return code.data;
}
