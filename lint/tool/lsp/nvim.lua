-- nvim.lua - a session in Neovim: what is shown, completed, fixed and renamed; for check.sh
local stet = vim.env.STET
local buffer = vim.api.nvim_get_current_buf()
local id = vim.lsp.start_client({ name = "stet", cmd = { stet, "lsp" }, root_dir = vim.fn.getcwd() })
local client = vim.lsp.get_client_by_id(id)

local function fail(what)
  io.stdout:write("nvim: " .. what .. "\n")
  vim.cmd("cquit 1")
end

local function expect(kept, what)
  if not kept then
    fail(what)
  end
end

local function ask(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 5000)
  expect(answers and answers[id] and answers[id].result, method .. " was not answered")
  return answers[id].result
end

local function line(number)
  return vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)[1]
end

vim.lsp.buf_attach_client(buffer, id)
expect(vim.wait(5000, function()
  return #vim.diagnostic.get(buffer) > 0
end), "no diagnostics are shown")
local codes = {}
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  codes[found.code or found.user_data.lsp.code] = true
end
expect(codes.FM004, "wrong front matter is not shown")

local list = ask("textDocument/completion", { position = { line = 2, character = 7 } })
expect(list.items[1].label == "true" and list.items[2].label == "false", "values are not completed")

vim.lsp.util.apply_text_edits(
  ask("textDocument/formatting", { options = { tabSize = 2, insertSpaces = true } }), buffer, client.offset_encoding)
expect(line(7) == "See [flour](#flour).", "the line is not fixed: " .. line(7))

vim.lsp.util.apply_workspace_edit(
  ask("textDocument/rename", { position = { line = 9, character = 4 }, newName = "Rye flour" }), client.offset_encoding)
expect(line(7) == "See [flour](#rye-flour)." and line(9) == "## Rye flour", "the heading is not renamed")

client.stop()
expect(vim.wait(5000, function()
  return client.is_stopped()
end), "the server does not end")
io.stdout:write("nvim: opened, completed, fixed, renamed, closed\n")
vim.cmd("qall!")
