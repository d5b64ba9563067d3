;;; eglot.el --- a session in Emacs: shown, completed, fixed, renamed; for check.sh  -*- lexical-binding: t -*-

;; emacs -q --batch -l eglot.el FILE, with the program's path in $STET.

(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'project)

(define-derived-mode article-mode text-mode "Article")
(add-to-list 'eglot-server-programs `(article-mode . (,(getenv "STET") "lsp")))
(setq eglot-sync-connect 10
      eglot-autoshutdown nil
      project-find-functions (list (lambda (_) (cons 'transient default-directory))))

(defun expect (kept what)
  "Say WHAT and end with 1 unless KEPT."
  (unless kept
    (princ (format "emacs: %s\n" what))
    (set-buffer-modified-p nil)
    (kill-emacs 1)))

(defun wait-for (question)
  "Whether QUESTION, a function, is answered by something within 5 seconds."
  (let ((end (+ (float-time) 5)))
    (while (and (< (float-time) end) (not (funcall question)))
      (accept-process-output nil 0.05))
    (funcall question)))

(defun line (number)
  "The text of the line NUMBER, from 1."
  (goto-char (point-min))
  (forward-line (1- number))
  (buffer-substring-no-properties (point) (line-end-position)))

(find-file (car command-line-args-left))
(article-mode)
(flymake-mode 1)
(call-interactively #'eglot)
(flymake-start)
(expect (wait-for #'flymake-diagnostics) "no diagnostics are shown")
(expect (seq-find (lambda (found) (string-match-p "draft" (flymake-diagnostic-text found)))
                  (flymake-diagnostics))
        "wrong front matter is not shown")

(line 3)
(forward-char 7)
(let* ((found (eglot-completion-at-point))
       (offered (all-completions "" (nth 2 found))))
  (expect (equal (mapcar #'substring-no-properties offered) '("true" "false"))
          (format "values are not completed: %S" offered)))

(eglot-format-buffer)
(expect (equal (line 8) "See [flour](#flour).") (format "the line is not fixed: %s" (line 8)))

;; Changes are sent when the writer pauses; here nobody does.
(eglot--signal-textDocument/didChange)
(line 10)
(forward-char 4)
(eglot-rename "Rye flour")
(expect (equal (line 8) "See [flour](#rye-flour).") (format "the link is not renamed: %s" (line 8)))
(expect (equal (line 10) "## Rye flour") "the heading is not renamed")

(let* ((server (eglot-current-server))
       (process (jsonrpc--process server)))
  (eglot-shutdown server)
  ;; Eglot kills it right after `exit', so its status says nothing.
  (expect (wait-for (lambda () (not (process-live-p process)))) "the server does not end"))
(princ "emacs: opened, completed, fixed, renamed, closed\n")
(set-buffer-modified-p nil)
(kill-emacs 0)
