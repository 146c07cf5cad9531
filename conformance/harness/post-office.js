import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const HOST = '127.0.0.1';

/**
 * The mail server and the SMS provider of the tests, for real: takes in whatever an application sends, and shows it to
 * those who ask, of this process or another. It is open for as long as there is anything else to do.
 */
export class PostOffice {
  #letters = [];
  #smtp;
  #smtpPort = 0;
  #http = createServer((request, response) => this.#answer(request, response));
  #onMail = async () => {};

  static async open() {
    const office = new PostOffice();
    await once(office.#http.listen(0, HOST).unref(), 'listening');
    await office.openForMail();
    return office;
  }

  /** Where letters are read. */
  get url() {
    return `http://${HOST}:${this.#http.address().port}`;
  }

  /** What an application has to be told to send here. */
  get properties() {
    return {
      'quarkus.mailer.host': HOST,
      'quarkus.mailer.port': this.#smtpPort,
      'quarkus.mailer.from': 'no-reply@gatehouse.example',
      'gatehouse.sms.provider': 'webhook',
      'gatehouse.sms.webhook.url': `${this.url}/sms`,
    };
  }

  /** Everything that was taken in, oldest first. */
  get letters() {
    return [...this.#letters];
  }

  /** @param listener hears of a mail before it is taken in, and may keep the sender waiting */
  onMail(listener) {
    this.#onMail = listener;
  }

  /** On the port it had before, if there was one. */
  async openForMail() {
    this.#smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onData: (stream, _session, accepted) => this.#takeMail(stream).then(() => accepted(), accepted),
    });
    this.#smtp.on('error', () => {});
    await once(this.#smtp.listen(this.#smtpPort, HOST), 'listening');
    this.#smtpPort = this.#smtp.server.unref().address().port;
  }

  /** Nobody gets through; who is at the counter is sent away. */
  async closeForMail() {
    const { connections } = this.#smtp;
    const closed = new Promise((done) => this.#smtp.close(done));
    connections.forEach((connection) => connection._socket.destroy());
    await closed;
  }

  async #takeMail(stream) {
    const mail = await simpleParser(stream);
    const letter = {
      channel: 'email',
      to: mail.to.value[0].address,
      toName: mail.to.value[0].name,
      from: mail.from.value[0],
      replyTo: mail.replyTo?.value[0],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...carriedBy(mail.text),
    };
    await this.#onMail(letter);
    this.#letters.push(letter);
  }

  async #answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.url);
    response.setHeader('connection', 'close');
    if (pathname === '/sms') {
      const { to, message, from } = JSON.parse(await text(request));
      this.#letters.push({ channel: 'sms', to, from, text: message, ...carriedBy(message) });
      response.end();
    } else {
      response.end(JSON.stringify(this.#letters.filter(({ to }) => to === searchParams.get('to'))));
    }
  }
}

/** What a message is good for: a code to be typed, or a link to be clicked. */
function carriedBy(message) {
  const link = /\S+[?&]secret=\S+/.exec(message)?.[0];
  return { link, code: link ? undefined : /(?<!\d)\d{6}(?!\d)/.exec(message)?.[0] };
}
