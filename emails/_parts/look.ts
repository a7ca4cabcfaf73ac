/** Colours and type of letters. Mail programs know no style sheets, so each part carries its own. */
export const color = {
  ink: "#1c2a23",
  quiet: "#4d5b53",
  paper: "#ffffff",
  line: "#ddd8ca",
  mark: "#1d6b43",
  wash: "#f1eee4",
}

export const font = {
  body: {
    fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif",
    fontSize: "17px",
    lineHeight: "26px",
    color: color.ink,
  },
  heading: {
    fontFamily: "'Iowan Old Style', Charter, Georgia, serif",
    fontWeight: 700,
  },
}

/** For the mail programs that follow the reader's dark setting and know style sheets; the others keep what stands above. */
export const darkSheet = `@media (prefers-color-scheme: dark) {
.paper, .paper > table > tbody > tr > td { background-color: #141b17 !important }
.ink { color: #eef2ee !important }
.quiet { color: #b4c0b8 !important }
.wash { background-color: #1c2520 !important }
.link { color: #85c8d6 !important }
}`
