" ale.vim - a session in Vim with ALE: what is shown, completed, fixed and renamed; for check.sh
set nocompatible nomore hidden noswapfile
packadd ale
runtime autoload/ale/util.vim

function! s:fail(what) abort
  call writefile(['vim: ' . a:what], '/dev/stderr', 'a')
  cquit
endfunction

function! s:wait(met, what) abort
  for _ in range(100)
    if a:met()
      return
    endif
    sleep 50m
  endfor
  call s:fail(a:what)
endfunction

" A script is never in insert mode, where ALE completes.
let s:mode = 'n'
function! ale#util#Mode(...) abort
  return s:mode
endfunction

" What a person would type, or choose from a list.
function! ale#util#Input(message, value, ...) abort
  return s:typed
endfunction

call ale#linter#Define('markdown', {
  \ 'name': 'stet',
  \ 'lsp': 'stdio',
  \ 'executable': $STET,
  \ 'command': '%e lsp',
  \ 'project_root': {buffer -> getcwd()},
  \ })
let g:ale_linters = {'markdown': ['stet']}

edit a.md
setlocal filetype=markdown
ALELint
call s:wait({-> !empty(filter(getloclist(0), 'v:val.text =~# "`draft`"'))}, 'wrong front matter is not shown')

call cursor(3, 8)
let s:mode = 'i'
call ale#completion#OmniFunc(1, '')
call s:wait({-> ale#completion#GetCompletionResult() isnot v:null}, 'values are not completed')
let s:words = map(copy(ale#completion#GetCompletionResult()), 'v:val.word')
if s:words[0:1] != ['true', 'false']
  call s:fail('other values are completed: ' . string(s:words))
endif

let s:mode = 'n'
let s:typed = '1'
call cursor(8, 21)
ALECodeAction
call s:wait({-> getline(8) ==# 'See [flour](#flour).'}, 'the line is not fixed: ' . getline(8))

let s:typed = 'Rye flour'
call cursor(10, 5)
ALERename
call s:wait({-> getline(8) ==# 'See [flour](#rye-flour).' && getline(10) ==# '## Rye flour'}, 'the heading is not renamed')

ALEStopAllLSPs
" Vim prints nothing in its silent mode.
call writefile(['vim: opened, completed, fixed, renamed, closed'], 'said')
qall!
