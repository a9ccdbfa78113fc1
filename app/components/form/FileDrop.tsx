import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconUpload } from '../icons';
import { useFileSize } from '../use-file-size';
import { FieldLabel } from './FieldFrame';
import { useField } from './form-state';
import classes from './form.module.css';

type Props = {
  name: string;
  label: string;
  help?: string;
  /** Endings and types that the browser offers: `.csv,.xlsx`. */
  accept?: string;
  /** Bytes; said beside the field. The server decides. */
  limit?: number;
  multiple?: boolean;
  optional?: boolean;
  /** Told of the files as they are chosen. */
  onFiles?: (files: File[]) => void;
};

/** A file dropped or chosen: an input spread over its frame, so the browser does the work, with and without script. */
export function FileDrop(props: Props) {
  const { name, label, help, optional, accept, limit, multiple, onFiles } = props;
  const { t } = useTranslation();
  const size = useFileSize();
  const { id, error } = useField(name);
  const [files, setFiles] = useState<File[]>([]);
  const [isOver, setOver] = useState(false);
  const invitation = (
    <>
      <span className={classes.byPointer}>
        {t(multiple ? 'kit:form.dropFiles' : 'kit:form.dropFile')}
      </span>
      <span className={classes.byTouch}>
        {t(multiple ? 'kit:form.chooseFiles' : 'kit:form.chooseFile')}
      </span>
    </>
  );
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={classes.label}>
        <FieldLabel label={label} optional={optional} />
      </label>
      <div className={classes.drop} data-over={isOver} data-invalid={error !== undefined}>
        <IconUpload size={22} aria-hidden />
        <span className={classes.dropText}>
          {files.length === 0
            ? invitation
            : files.map((file) => (
                <span key={file.name} className={classes.fileName}>
                  {t('kit:form.chosen', { name: file.name, size: size(file.size) })}
                </span>
              ))}
          <span className={classes.choiceHelp}>
            {[help, limit !== undefined && t('kit:form.upTo', { size: size(limit) })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        <input
          id={id}
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error !== undefined}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            setFiles(chosen);
            onFiles?.(chosen);
          }}
        />
      </div>
      {error && (
        <p id={`${id}-error`} className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
