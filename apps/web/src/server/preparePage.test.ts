import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { preparePage } from './preparePage.ts';

it('lets a page open sockets to where it came from, and to where rooms are besides', () => {
  const request = new IncomingMessage(new Socket());
  request.headers.host = '192.168.1.4:3000';
  const response = new ServerResponse(request);
  const roomOrigins = ['wss://sync-1.example.com', 'wss://*.rooms.example.com'];
  preparePage(request, response, { publicUrl: 'https://pins.example', roomOrigins });
  const policy = String(response.getHeader('Content-Security-Policy')).split('; ');
  expect(policy).toContain(
    "connect-src 'self' wss://pins.example wss://192.168.1.4:3000 wss://sync-1.example.com wss://*.rooms.example.com",
  );
});
