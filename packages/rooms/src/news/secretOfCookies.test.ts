import { expect, it } from 'vitest';
import { secretOfCookies } from './secretOfCookies.ts';

const http = 'http://localhost:3000';
const https = 'https://pins.example.test';
const both = 'pinpaint_guest=ppg_g; pinpaint_session=pps_s';

it.each([
  ['nobody without a cookie', '', '/news', http, null],
  ['a guest', 'a=b; pinpaint_guest=ppg_g', '/news', http, 'ppg_g'],
  ['who has signed in', 'pinpaint_session=pps_s;x=y', '/news', http, 'pps_s'],
  ['who has signed in, before the guest they are too', both, '/news?after=1', http, 'pps_s'],
  ['the guest where the page says so', both, '/news?after=1&as=guest', http, 'ppg_g'],
  [
    'nobody where the page asks for a guest who is not there',
    'pinpaint_session=pps_s',
    '/?as=guest',
    http,
    null,
  ],
  ['a session under TLS by its prefixed name', '__Host-pinpaint_session=pps_s', '/', https, 'pps_s'],
  ['no session under TLS that a subdomain may have set', 'pinpaint_session=pps_s', '/', https, null],
])('finds %s', (_, cookies, url, publicUrl, secret) => {
  expect(secretOfCookies({ cookies, url, publicUrl })).toBe(secret);
});
