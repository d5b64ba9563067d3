;; compilation.el - the findings that Emacs' compilation mode sees in the file $UNIX, as JSON
(require 'compile)
(require 'json)
(setq coding-system-for-read 'utf-8-unix)
(with-temp-buffer
  (insert-file-contents (getenv "UNIX"))
  (compilation-mode)
  (let ((inhibit-read-only t))
    (compilation--ensure-parse (point-max)))
  (goto-char (point-min))
  (while (not (eobp))
    (let ((message (get-text-property (point) 'compilation-message)))
      (when message
        (let ((place (compilation--message->loc message)))
          (princ (json-encode
                  (list (caar (compilation--loc->file-struct place))
                        (compilation--loc->line place)
                        (compilation--loc->col place)
                        (compilation--message->type message))))
          (princ "\n"))))
    (forward-line)))
