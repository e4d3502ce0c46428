export { type S3Server, serveS3 } from './serveS3.ts';
