import { join } from 'node:path';
import { type Config, networkAddresses } from '@pinpaint/config';
import { renderUnicodeCompact } from 'uqr';
import type { Access } from './access.ts';

export type BannerFacts = {
  readonly config: Pick<Config, 'host' | 'port' | 'publicUrl' | 's3'>;
  readonly dataDir: string;
  /** null with a database of one's own. */
  readonly access: Access | null;
};

/** What whoever typed `npm start` has to know. */
export function banner({ config, dataDir, access }: BannerFacts): string {
  const url = config.publicUrl;
  const people = access
    ? demoLines(config, access)
    : ['Tokens     pinpaint studio --help makes a studio and its first token'];
  return [
    '',
    `  Pinpaint   ${url}`,
    `  API        ${url}/api/v1/docs`,
    `  Sign in    ${url}/sign-in`,
    ...people.map((line) => `  ${line}`),
    `  Data       ${dataDir}`,
    ...(config.s3 ? [`  Blobs      s3://${config.s3.bucket}/${config.s3.prefix}`] : []),
    `  Logs       ${join(dataDir, 'logs')}`,
    '  Stop       Ctrl-C',
    '',
  ].join('\n');
}

function demoLines(config: BannerFacts['config'], { people, reviewToken }: Access): readonly string[] {
  const [network] = networkAddresses(config);
  const client = `${network ?? config.publicUrl}/r/${reviewToken}`;
  return [
    `Client     ${client}`,
    ...(network ? qrLines(client) : []),
    'API tokens of the demo people (this installation only):',
    ...people.map(({ role, token }) => `  ${role.padEnd(10)} ${token}`),
  ];
}

/** For the camera of a phone in the same network. */
function qrLines(text: string): readonly string[] {
  return ['', ...renderUnicodeCompact(text, { border: 2 }).split('\n'), ''];
}
