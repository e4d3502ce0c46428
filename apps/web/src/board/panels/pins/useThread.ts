'use client';

import { newId, type PinId } from '@pinpaint/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionApi } from '../../../data/api.ts';
import { readAll } from '../../../data/readAll.ts';
import type { Attachment, Message } from '../../../data/types.ts';

const messagesKey = (pinId: PinId) => ['thread', pinId, 'messages'];
const referencesKey = (pinId: PinId) => ['thread', pinId, 'references'];

export function useMessages(pinId: PinId) {
  return useQuery({
    queryKey: messagesKey(pinId),
    queryFn: ({ signal }) => readAll<Message>(sessionApi, `/pins/${pinId}/messages`, signal),
  });
}

export function useReferences(pinId: PinId) {
  return useQuery({
    queryKey: referencesKey(pinId),
    queryFn: async ({ signal }) => {
      const path = `/pins/${pinId}/attachments`;
      return (await sessionApi.get<{ items: readonly Attachment[] }>(path, signal)).items;
    },
  });
}

/** @param id stays the same when the same words are sent again, so that they come once. */
export type NewMessage = Pick<Message, 'id' | 'text' | 'internal'>;

export function useReply(pinId: PinId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (message: NewMessage) =>
      sessionApi.post<Message>(`/pins/${pinId}/messages`, message, message.id),
    onSuccess: (sent) => {
      client.setQueryData<readonly Message[]>(messagesKey(pinId), (all) =>
        all?.some(({ id }) => id === sent.id) ? all : [...(all ?? []), sent],
      );
    },
  });
}

export function useAddReference(pinId: PinId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const query = new URLSearchParams({ id: newId(), name: file.name.slice(0, 200) || 'picture' });
      return sessionApi.upload<Attachment>(`/pins/${pinId}/attachments?${query}`, file);
    },
    onSettled: () => client.invalidateQueries({ queryKey: referencesKey(pinId) }),
  });
}
