import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Letter = { readonly to: readonly string[]; readonly text: string };

/** A real SMTP server that keeps what it is given. */
export class Postbox {
  readonly letters: Letter[] = [];
  readonly #server: SMTPServer;

  static async open(): Promise<Postbox> {
    const box = new Postbox();
    box.#server.listen(0, '127.0.0.1');
    await once(box.#server.server, 'listening');
    return box;
  }

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, { envelope }, done) => {
        let raw = '';
        stream.setEncoding('utf8').on('data', (chunk: string) => {
          raw += chunk;
        });
        stream.once('end', () => {
          this.letters.push({ to: envelope.rcptTo.map(({ address }) => address), text: plain(raw) });
          done();
        });
      },
    });
  }

  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** Undoes quoted-printable (RFC 2045, 6.7). */
function plain(raw: string): string {
  return raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
