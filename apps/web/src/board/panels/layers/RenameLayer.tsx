import { texts } from '../../../text/texts.ts';
import { NameDialog } from '../../../ui/NameDialog.tsx';

export type RenameLayerProps = {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
};

/** Seen at once, and undone like any change of a layer. */
export function RenameLayer({ name, onRename, onClose }: RenameLayerProps) {
  return (
    <NameDialog
      title={texts.layers.renameTitle}
      label={texts.layers.name}
      name={name}
      verb={texts.common.save}
      isBusy={false}
      onSend={(next) => {
        onRename(next);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
