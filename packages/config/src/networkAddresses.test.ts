import { expect, it } from 'vitest';
import { networkAddresses } from './networkAddresses.ts';

const publicUrl = 'http://localhost:3000';
const interfaces = () => {
  const v4 = { family: 'IPv4', netmask: '', mac: '', cidr: null } as const;
  return {
    lo: [{ ...v4, address: '127.0.0.1', internal: true }],
    en0: [{ ...v4, address: '192.168.1.5', internal: false }],
  };
};

it.each([
  ['127.0.0.1', []],
  ['localhost', []],
  ['0.0.0.0', ['http://192.168.1.5:3000']],
  ['::', ['http://192.168.1.5:3000']],
  ['10.0.0.7', ['http://10.0.0.7:3000']],
  ['fd00::7', ['http://[fd00::7]:3000']],
])('with HOST %s a phone finds it at %j', (host, addresses) => {
  expect(networkAddresses({ host, port: 3000, publicUrl }, interfaces)).toEqual(addresses);
});

it('is found where PUBLIC_URL says, when that is no name of this machine alone', () => {
  const asked = { host: '127.0.0.1', port: 3000, publicUrl: 'https://pins.example' };
  expect(networkAddresses(asked, interfaces)).toEqual(['https://pins.example']);
});
