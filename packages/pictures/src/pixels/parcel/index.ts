export {
  type AnsweredCandidate,
  type AnswerShape,
  answerLimit,
  encodeAnswer,
  encodeRequest,
  type RequestPlanes,
  type RgbPlane,
} from './engineParcels.ts';
export { decodeParcel, encodeParcel, type Parcel, type ParcelError } from './parcel.ts';
export { type AnswerError, readAnswer } from './readAnswer.ts';
export { readRequest } from './readRequest.ts';
