import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

const HOST = '127.0.0.1';

/**
 * The mail server and the SMS provider of the tests. Stores the messages that applications send by SMTP or webhook, and
 * serves them over HTTP, so that other processes can read them. Does not keep the process alive.
 */
export class MessageReceiver {
  #messages = [];
  #smtp;
  #smtpPort = 0;
  #http = createServer((request, response) => this.#handle(request, response));
  #onMail = async () => {};

  static async open() {
    const receiver = new MessageReceiver();
    await once(receiver.#http.listen(0, HOST).unref(), 'listening');
    await receiver.openSmtp();
    return receiver;
  }

  /** The base URL of the HTTP server. */
  get url() {
    return `http://${HOST}:${this.#http.address().port}`;
  }

  /** The configuration of an application that sends its messages here. */
  get properties() {
    return {
      'quarkus.mailer.host': HOST,
      'quarkus.mailer.port': this.#smtpPort,
      'quarkus.mailer.from': 'no-reply@gatehouse.example',
      'gatehouse.sms.provider': 'webhook',
      'gatehouse.sms.webhook.url': `${this.url}/sms`,
    };
  }

  /** All received messages, oldest first. */
  get messages() {
    return [...this.#messages];
  }

  /** @param listener is called with each mail before it is accepted; the sender waits until its promise resolves */
  onMail(listener) {
    this.#onMail = listener;
  }

  /** Opens the SMTP server, on the same port as before if it was open before. */
  async openSmtp() {
    this.#smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onData: (stream, _session, accepted) => this.#receiveMail(stream).then(() => accepted(), accepted),
    });
    this.#smtp.on('error', () => {});
    await once(this.#smtp.listen(this.#smtpPort, HOST), 'listening');
    this.#smtpPort = this.#smtp.server.unref().address().port;
  }

  /** Closes the SMTP server and its open connections. */
  async closeSmtp() {
    const { connections } = this.#smtp;
    const closed = new Promise((done) => this.#smtp.close(done));
    connections.forEach((connection) => connection._socket.destroy());
    await closed;
  }

  async #receiveMail(stream) {
    const mail = await simpleParser(stream);
    const message = {
      channel: 'email',
      to: mail.to.value[0].address,
      toName: mail.to.value[0].name,
      from: mail.from.value[0],
      replyTo: mail.replyTo?.value[0],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      ...secretOf(mail.text),
    };
    await this.#onMail(message);
    this.#messages.push(message);
  }

  async #handle(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.url);
    response.setHeader('connection', 'close');
    if (pathname === '/sms') {
      const { to, message, from } = JSON.parse(await text(request));
      this.#messages.push({ channel: 'sms', to, from, text: message, ...secretOf(message) });
      response.end();
    } else {
      response.end(JSON.stringify(this.#messages.filter(({ to }) => to === searchParams.get('to'))));
    }
  }
}

/** @returns the link of a message that has one, otherwise its six-digit code */
function secretOf(message) {
  const link = /\S+[?&]secret=\S+/.exec(message)?.[0];
  return { link, code: link ? undefined : /(?<!\d)\d{6}(?!\d)/.exec(message)?.[0] };
}
