import type { BoardPoint } from '@pinpaint/board';
import { type FrameId, newId } from '@pinpaint/domain';
import { createStore } from 'zustand/vanilla';
import { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';
import type { Frame } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';

export type Upload = {
  /** The frame's own id, made here. */
  readonly id: FrameId;
  readonly name: string;
  /** 0 to 1. */
  readonly sent: number;
  /** What the server, or this page, says against it. */
  readonly problem: string | null;
  readonly abort: () => void;
};

export type UploadsState = { readonly uploads: readonly Upload[] };

export type UploadPorts = {
  readonly boardId: string;
  /** The server has it; what it is a picture of comes by news. */
  readonly onTaken: (frameId: FrameId) => void;
  /** Pictures dropped together, in their order. */
  readonly onDropped: (frameIds: readonly FrameId[], at: BoardPoint) => void;
};

const kinds = ['image/png', 'image/jpeg', 'image/webp', 'image/tiff'];

export type Uploads = ReturnType<typeof openUploads>;

/** Pictures on their way to the board. */
export function openUploads({ boardId, onTaken, onDropped }: UploadPorts) {
  const store = createStore<UploadsState>(() => ({ uploads: [] }));
  const queue: (() => Promise<void>)[] = [];
  let isSending = false;

  function change(id: FrameId, change: Partial<Upload>): void {
    store.setState(({ uploads }) => ({
      uploads: uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
    }));
  }

  function dismiss(id: FrameId): void {
    store.setState(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }));
  }

  async function send(id: FrameId, file: File, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const query = new URLSearchParams({ id, name: nameOf(file) });
    try {
      await sessionApi.upload<Frame>(`/boards/${boardId}/frames?${query}`, file, {
        key: id,
        signal,
        sent: (sent) => change(id, { sent }),
      });
      onTaken(id);
      dismiss(id);
    } catch (error) {
      if (error instanceof ApiError) change(id, { problem: error.message });
      else dismiss(id);
    }
  }

  /** One after another: a board numbers its frames as they arrive, and a small picture would overtake a large one. */
  async function sendAll(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let job = queue.shift(); job; job = queue.shift()) await job();
    isSending = false;
  }

  return {
    store,
    dismiss,
    /** Files that are no pictures are named too, with the reason. */
    add(files: readonly File[], at: BoardPoint | null = null): void {
      const taken: FrameId[] = [];
      for (const file of files) {
        const id = newId<FrameId>();
        const controller = new AbortController();
        const abort = () => {
          controller.abort();
          dismiss(id);
        };
        const problem = kinds.includes(file.type) || file.type === '' ? null : texts.board.wrongKind;
        const upload: Upload = { id, name: file.name || nameOf(file), sent: 0, problem, abort };
        store.setState(({ uploads }) => ({ uploads: [...uploads, upload] }));
        if (problem) continue;
        taken.push(id);
        queue.push(() => send(id, file, controller.signal));
      }
      if (at) onDropped(taken, at);
      void sendAll();
    },
  };
}

/** "fig-bowl.jpg" is called "Fig bowl" on the board. */
function nameOf({ name }: File): string {
  const words =
    name
      .replace(/\.[^.]+$/, '')
      .replaceAll(/[-_]+/g, ' ')
      .trim() || texts.board.unnamedPicture;
  return (words[0] ?? '').toUpperCase() + words.slice(1, 200);
}
