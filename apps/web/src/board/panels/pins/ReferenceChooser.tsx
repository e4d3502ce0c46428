import type { Ref } from 'react';

export type ReferenceChooserProps = {
  /** To be clicked by whatever adds a picture. */
  readonly ref: Ref<HTMLInputElement>;
  readonly onFile: (file: File) => void;
};

/** The browser's own way to choose a picture, without its looks. */
export function ReferenceChooser({ ref, onFile }: ReferenceChooserProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept="image/png,image/jpeg,image/webp,image/tiff"
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file) onFile(file);
        target.value = '';
      }}
    />
  );
}
