import { createStudio, loadPerson, makeToken } from '@pinpaint/actions';
import { readConfig } from '@pinpaint/config';
import { createDb } from '@pinpaint/db';
import { newId, type TokenId } from '@pinpaint/domain';
import { StackFailure } from '../stack/StackFailure.ts';

export type MakeStudioOptions = { readonly name: string; readonly owner: string; readonly ownerName: string };

/** For operators with a database of their own: nobody but them can make a studio. */
export async function makeStudio({ name, owner, ownerName }: MakeStudioOptions): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) throw new StackFailure(config.error.code, config.error.says);
  if (!config.value.databaseUrl) {
    throw new StackFailure(
      'config.missing',
      'DATABASE_URL is not set; the embedded stack makes its own demo studio.',
    );
  }
  const db = createDb(config.value.databaseUrl);
  try {
    const ctx = { db, now: () => new Date() };
    const made = await createStudio(ctx, { name, owner: { email: owner, name: ownerName } });
    if (!made.ok) throw new StackFailure(made.error.code, `The studio was not made: ${made.error.code}.`);
    const { studioId, ownerId } = made.value;
    const actor = await loadPerson(db, { studioId, personId: ownerId });
    if (!actor) throw new Error('The owner just made is no member');
    const token = await makeToken(ctx, actor, { id: newId<TokenId>(), name: 'First token', expiresAt: null });
    if (!token.ok) throw new StackFailure(token.error.code, `The token was not made: ${token.error.code}.`);
    console.log(`studio ${studioId}\ntoken  ${token.value.secret}`);
  } finally {
    await db.$disconnect();
  }
}
