import { classes } from './classes.ts';

/** The shape of what comes, while it is loaded. */
export function Shape({ className }: { readonly className?: string }) {
  return (
    <span aria-hidden="true" className={classes('block animate-breathe rounded-1 bg-hover', className)} />
  );
}
