import { worstOf } from '@pinpaint/domain';
import { sessionApi } from '../../data/api.ts';
import type { CarryReport } from '../../data/types.ts';
import { flagTexts } from '../../text/enFlags.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { wholeNumber } from '../../ui/numbers.ts';
import { Tip } from '../../ui/Tip.tsx';
import { engineTitle } from '../edit/engineTitle.ts';

/** What has changed outside in each picture, and how far the results lie apart beside how far the pictures did. */
export function ReportTable({ report }: { readonly report: CarryReport }) {
  const made = report.frames.filter(({ edit }) => edit !== null);
  if (made.length === 0) return null;
  return (
    <section aria-label={words.report} className="px-3.5 pt-4">
      <h3 className="font-semibold text-13">{words.report}</h3>
      <p className="text-11 text-text-3">{words.seed(engineTitle(report.engine), report.seed)}</p>
      <table className="mt-2 w-full text-12">
        <caption className="sr-only">{words.reportTable}</caption>
        <thead>
          <tr className="text-left text-11 text-text-3">
            <th scope="col" className="pb-1 font-medium">
              {words.picture}
            </th>
            <Head says={words.outsideMeans}>{words.outside}</Head>
            <Head says={words.differenceMeans}>{words.difference}</Head>
            <Head says={words.structureMeans}>{words.structure}</Head>
            <Head says={words.worstMeans}>{words.worst}</Head>
          </tr>
        </thead>
        <tbody>
          {made.map(({ frameId, number, name, proof, measured, figures }) => (
            <tr key={frameId} className="border-line border-t">
              <th scope="row" title={name} className="max-w-20 truncate py-1.5 text-left font-medium">
                {number} {name}
              </th>
              <Figure isBad={proof !== null && proof.changedOutside > 0}>
                {proof ? wholeNumber(proof.changedOutside) : words.none}
              </Figure>
              <Figure>
                {measured
                  ? `${measured.before.deltaE.toFixed(1)} → ${measured.after.deltaE.toFixed(1)}`
                  : words.none}
              </Figure>
              <Figure>{measured ? measured.after.ssim.toFixed(2) : words.none}</Figure>
              <Worst figures={figures} />
            </tr>
          ))}
        </tbody>
      </table>
      <a
        href={sessionApi.url(`/carries/${report.carryId}/report`)}
        target="_blank"
        rel="noreferrer"
        className="mt-2 inline-block rounded-1 text-12 text-text-2 underline hover:text-text"
      >
        {words.asJson}
      </a>
    </section>
  );
}

function Head({ says, children }: { readonly says: string; readonly children: string }) {
  return (
    <th scope="col" className="pb-1 pl-2 text-right font-medium">
      <Tip says={says}>
        <button type="button" className="rounded-1">
          {children}
        </button>
      </Tip>
    </th>
  );
}

/** Which figure comes nearest to a warning, and how near; from 100 % on it warns. */
function Worst({ figures }: Pick<CarryReport['frames'][number], 'figures'>) {
  if (!figures) return <Figure>{words.none}</Figure>;
  const { code, share } = worstOf(figures);
  const shown = words.progress(Math.round(share * 100));
  return (
    <td className={share > 1 ? 'num pl-2 text-right text-attention' : 'num pl-2 text-right'}>
      <Tip says={words.worstIs(flagTexts[code].title, shown)}>
        <button type="button" className="rounded-1">
          {shown}
        </button>
      </Tip>
    </td>
  );
}

type FigureProps = { readonly isBad?: boolean; readonly children: string };

function Figure({ isBad = false, children }: FigureProps) {
  return <td className={isBad ? 'num pl-2 text-right text-danger' : 'num pl-2 text-right'}>{children}</td>;
}
