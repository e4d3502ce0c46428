import { ApiClient, ApiRefusal } from '../api/ApiClient.ts';
import { verifyLedger } from './verifyLedger.ts';
import { verifyVersion } from './verifyVersion.ts';

export type Checked = { readonly holds: boolean; readonly says: string };

type Where = { readonly url: string; readonly token?: string | undefined };

/**
 * Recomputes a version's proof, or the ledger's chain, here, from what the API hands out; what the server
 * says of either is only held against it.
 *
 * @param what a version's id, or `ledger`
 * @returns the exit code: 0 when it holds.
 */
export async function verify(what: string, { url, token }: Where): Promise<number> {
  const client = new ApiClient(url.replace(/\/+$/, ''), token ?? null);
  try {
    const { holds, says } = await (what === 'ledger' ? verifyLedger(client) : verifyVersion(client, what));
    console.log(says);
    return holds ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    console.error(`pinpaint: ${error.message}`);
    return 1;
  }
}
