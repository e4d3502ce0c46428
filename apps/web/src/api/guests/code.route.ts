import { createRoute } from '@hono/zod-openapi';
import { askReviewCode, codeMinutes } from '@pinpaint/actions';
import { texts } from '../../text/texts.ts';
import { limitTries } from '../edge/limitTries.ts';
import { type Routes, routes } from '../env.ts';
import { ApiProblem, unwrap } from '../problems/ApiProblem.ts';
import { askCodeSchema } from '../schemas/link.ts';
import { answersNothing, jsonBody } from '../schemas/openapi.ts';

/** Somebody whose mail is slow; more would be a nuisance in somebody else's inbox. */
const perMailbox = { tries: 4, perMs: codeMinutes * 60_000 };
/** Everybody at a client's who has to see it; more would make our mail server a stranger's. */
const perLink = { tries: 30, perMs: codeMinutes * 60_000 };

const ask = createRoute({
  method: 'post',
  path: '/review/code',
  tags: ['Review'],
  summary: 'Have a code mailed to enter by',
  description: 'Six digits, good for ten minutes and a few tries. The newest to an address counts.',
  security: [],
  request: { body: jsonBody(askCodeSchema) },
  responses: answersNothing('It is on its way'),
});

/** Registered before anybody is asked for a token. */
export const codeRoutes: Routes = (ctx, { postMail, log }) => {
  const waitForMailbox = limitTries(perMailbox);
  const waitForLink = limitTries(perLink);
  return routes().openapi(ask, async (c) => {
    if (!postMail) throw ApiProblem.of({ code: 'mail.not-configured' });
    const { token, email } = c.req.valid('json');
    const at = ctx.now().getTime();
    const mailbox = `${token} ${email.trim().toLowerCase()}`;
    // Before a code is made: a new one takes the place of the one that is on its way.
    const waitMs = waitForMailbox(mailbox, at) || waitForLink(token, at);
    if (waitMs > 0) {
      const facts = { retryAfterSeconds: Math.ceil(waitMs / 1000) };
      throw new ApiProblem(
        'review.too-many-codes',
        429,
        'Several codes were mailed just now; wait a little.',
        facts,
      );
    }
    const { to, code } = unwrap(await askReviewCode(ctx, { token, email }));
    const { codeSubject: subject, codeText } = texts.links;
    const text = codeText({ code, minutes: codeMinutes });
    await postMail({ to, subject, text }).catch((err: unknown) => {
      log.error({ err }, 'mail not sent');
      throw new ApiProblem('mail.not-sent', 503, 'The mail could not be sent just now.');
    });
    return c.body(null, 204);
  });
};
