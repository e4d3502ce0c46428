import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { StoreError } from '../StoreError.ts';
import { isMissing, storeErrorOf } from './storeErrorOf.ts';

/** An upload in parts, under way. */
export type Upload = { readonly Key: string; readonly UploadId: string };
export type Part = { readonly PartNumber: number; readonly ETag: string | undefined };

/** Twice as long as any upload can take that somebody still works at. */
const leftUploadMs = 24 * 60 * 60 * 1000;

/** What we use of S3, below one prefix. Each throws a StoreError, after the client has tried several times. */
export class Bucket {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  constructor(client: S3Client, { bucket, prefix }: { readonly bucket: string; readonly prefix: string }) {
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  /** There whole or not at all, as S3 promises. */
  async put(place: string, bytes: Uint8Array): Promise<void> {
    const put = new PutObjectCommand({ ...this.#at(place), Body: bytes, ContentMD5: md5(bytes) });
    await this.#ask('PutObject', () => this.#client.send(put));
  }

  /** @returns null when there is nothing, or nothing from `start` on. */
  async get(
    place: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<Readable | null> {
    const Range = range && `bytes=${range.start}-${Number.isFinite(range.end) ? range.end - 1 : ''}`;
    const get = new GetObjectCommand({ ...this.#at(place), Range });
    const got = await this.#ask('GetObject', () => this.#client.send(get), ['InvalidRange']);
    return (got?.Body as Readable | undefined) ?? null;
  }

  async size(place: string): Promise<number | null> {
    const head = new HeadObjectCommand(this.#at(place));
    const said = await this.#ask('HeadObject', () => this.#client.send(head));
    return said ? (said.ContentLength ?? 0) : null;
  }

  async remove(place: string): Promise<void> {
    await this.#ask('DeleteObject', () => this.#client.send(new DeleteObjectCommand(this.#at(place))));
  }

  async begin(place: string): Promise<Upload> {
    const create = new CreateMultipartUploadCommand(this.#at(place));
    const { Key } = this.#at(place);
    const said = await this.#ask('CreateMultipartUpload', () => this.#client.send(create));
    return { Key, UploadId: said?.UploadId ?? '' };
  }

  async sendPart(upload: Upload, PartNumber: number, bytes: Uint8Array): Promise<Part> {
    const part = { Bucket: this.#bucket, ...upload, PartNumber, Body: bytes, ContentMD5: md5(bytes) };
    const said = await this.#ask('UploadPart', () => this.#client.send(new UploadPartCommand(part)));
    return { PartNumber, ETag: said?.ETag };
  }

  /** @param bytes of all parts together */
  async complete(upload: Upload, parts: readonly Part[], bytes: number): Promise<void> {
    const all = { Bucket: this.#bucket, ...upload, MultipartUpload: { Parts: [...parts] } };
    const complete = new CompleteMultipartUploadCommand(all);
    const done = await this.#ask('CompleteMultipartUpload', () => this.#client.send(complete), [
      'NoSuchUpload',
    ]);
    // The answer of the first try may have been lost on its way, and what it did was done.
    if (!done && (await this.size(upload.Key.slice(this.#prefix.length))) !== bytes)
      throw new StoreError('store.away', 'CompleteMultipartUpload, gone meanwhile');
  }

  async abort(upload: Upload): Promise<void> {
    const abort = new AbortMultipartUploadCommand({ Bucket: this.#bucket, ...upload });
    await this.#ask('AbortMultipartUpload', () => this.#client.send(abort), ['NoSuchUpload']);
  }

  /** What killed processes have begun and never ended: it is seen by nobody and paid for all the same. */
  async abortLeft(now: Date): Promise<void> {
    const list = new ListMultipartUploadsCommand({ Bucket: this.#bucket, Prefix: this.#prefix });
    const said = await this.#ask('ListMultipartUploads', () => this.#client.send(list));
    for (const { Key, UploadId, Initiated } of said?.Uploads ?? []) {
      if (!Key || !UploadId || !Initiated || now.getTime() - Initiated.getTime() < leftUploadMs) continue;
      // Not every server that speaks S3 asks for the prefix here, and others' uploads are none of ours.
      if (Key.startsWith(this.#prefix)) await this.abort({ Key, UploadId });
    }
  }

  #at(place: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#bucket, Key: `${this.#prefix}${place}` };
  }

  async #ask<T>(
    doing: string,
    ask: () => Promise<T>,
    alsoMissing: readonly string[] = [],
  ): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (isMissing(error) || (error instanceof Error && alsoMissing.includes(error.name))) return null;
      throw storeErrorOf(error, doing);
    }
  }
}

/** The one checksum that every S3 compares. */
function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('base64');
}
