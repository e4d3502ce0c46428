import { z } from '@hono/zod-openapi';

/** Bounded so that parsing stays cheap; the actions say what is a name. */
export const nameSchema = z
  .string()
  .min(1)
  .max(1_000)
  .openapi({ maxLength: 200, example: 'Spring campaign' });
export const emailSchema = z.string().min(3).max(500).openapi({ format: 'email', maxLength: 254 });
export const roleSchema = z
  .enum(['owner', 'admin', 'director', 'artist', 'client', 'viewer'])
  .openapi('Role');
/** What somebody is in a project. */
export const actorRoleSchema = z.enum(['owner', 'admin', 'director', 'artist', 'client', 'viewer', 'guest']);
export const timeSchema = z.iso.datetime();

/** A moment a client names; null = none. */
export const momentSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .nullable()
  .default(null)
  .openapi({ type: ['string', 'null'], format: 'date-time' });

/** `?archived=true` lists what has been put away. */
export const archivedQuery = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true')
  .openapi({ type: 'boolean', default: false });

export const secretSchema = z
  .string()
  .nullable()
  .openapi({ description: 'Shown once, when it was made. null in a repeat of the same request.' });
