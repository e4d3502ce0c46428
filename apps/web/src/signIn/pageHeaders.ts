/** Under which our server tells its pages who asks; what a request brings under these names itself is overwritten. */
export const sessionHeader = 'x-pinpaint-session';
export const pathHeader = 'x-pinpaint-path';
