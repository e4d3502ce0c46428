'use client';

import { sessionApi } from '../data/api.ts';
import type { Waiting } from '../data/types.ts';
import { thumbnailPath } from '../home/thumbnailPath.ts';
import { texts } from '../text/texts.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { buttonClasses } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Link } from '../ui/Link.tsx';
import { Picture } from '../ui/Picture.tsx';
import { PinMark } from '../ui/PinMark.tsx';
import { timeAgo } from '../ui/timeAgo.ts';
import { describeWaiting } from './describeWaiting.ts';

export type WaitingRowProps = {
  readonly item: Waiting;
  readonly now: Date;
  /** The next step of the whole page. */
  readonly isFirst: boolean;
};

export function WaitingRow({ item, now, isFirst }: WaitingRowProps) {
  const { title, lead, verb, href } = describeWaiting(item);
  const { frame, pin, by, at } = item;
  const picture = sessionApi.url(thumbnailPath({ frameId: frame.id, versionId: frame.versionId }));
  const when = timeAgo(at, now);
  return (
    <li className="grid grid-cols-[78px_minmax(0,1fr)] items-center gap-x-3.5 gap-y-2 border-line border-t p-3 first:border-t-0 md:grid-cols-[78px_26px_minmax(0,1fr)_minmax(120px,230px)_116px] md:py-1.75 md:pr-3.5 md:pl-2">
      <Picture
        src={picture}
        alt=""
        width={78}
        height={52}
        loading="lazy"
        className="h-13 w-19.5 bg-well object-cover"
      />
      <span className="hidden md:block">{pin && <PinMark number={pin.number} state={pin.state} />}</span>
      <div className="min-w-0">
        <p className="truncate font-semibold text-[14px] leading-5">{title}</p>
        {lead && <p className="line-clamp-2 text-text-2 md:line-clamp-1">{lead}</p>}
        <SignOffLine item={item} />
      </div>
      <div className="col-span-2 flex min-w-0 items-center gap-3 md:contents">
        <span className="flex min-w-0 flex-1 items-center gap-2 text-12 text-text-2">
          {by && <Avatar name={by.name} small />}
          <span className="truncate">{by ? texts.home.byWhen(by.name, when) : when}</span>
        </span>
        <Link
          href={href}
          aria-label={`${verb}: ${title}`}
          className={buttonClasses({ look: isFirst ? 'primary' : 'line' }, 'h-11 w-29 md:h-8')}
        >
          {verb}
        </Link>
      </div>
    </li>
  );
}

function SignOffLine({ item: { signOff } }: { readonly item: Waiting }) {
  if (!signOff) return null;
  const name = signOff.name ?? texts.common.somebody;
  const isGood = signOff.kind === 'sign_off';
  return (
    <p className={classes('truncate text-12', isGood ? 'text-resolved' : 'text-attention')}>
      {isGood ? texts.home.clientSigned(name) : texts.home.clientWants(name)}
      {signOff.comment && <span className="text-text-2"> {texts.home.quote(signOff.comment)}</span>}
    </p>
  );
}
