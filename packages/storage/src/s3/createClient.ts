import { S3Client } from '@aws-sdk/client-s3';
import type { S3Config } from '@pinpaint/config';

/** With pauses that double, 100 ms at first, each cut at random so that not all come at once. */
const attempts = 4;
const connectMs = 5_000;
/** Until the answer begins: a part of an upload has gone by then, at 300 kB/s or faster. */
const answerMs = 30_000;

export function createClient({ endpoint, region, keys, isPathStyle }: S3Config): S3Client {
  return new S3Client({
    region,
    ...(endpoint && { endpoint }),
    ...(keys && { credentials: keys }),
    forcePathStyle: isPathStyle,
    maxAttempts: attempts,
    // Not every S3 knows the newer checksums; what we send has its MD5 with it, what we get its SHA-256.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
  });
}
