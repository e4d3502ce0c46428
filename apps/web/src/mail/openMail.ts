import type { MailConfig } from '@pinpaint/config';
import { createTransport } from 'nodemailer';

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/** Resolves when the mail server has taken the letter. */
export type PostMail = (letter: Letter) => Promise<void>;

export function openMail({ smtpUrl, from }: MailConfig): PostMail {
  const transport = createTransport(smtpUrl);
  return async (letter) => {
    await transport.sendMail({ from, ...letter });
  };
}
