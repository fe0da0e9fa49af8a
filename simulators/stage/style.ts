/** The look of every simulator page: Berjubel's tokens, phone first, light and dark, without any script or font from outside. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf5; --card: #ffffff; --ink: #1b211e; --quiet: #5a645e; --leaf: #1d6b45; --on-leaf: #ffffff;
  --starfruit: #f2c230; --on-starfruit: #1b211e; --clay: #b23a1e; --line: #dde3dc; --edge: #7d877f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #121714; --card: #1a211d; --ink: #e9eee9; --quiet: #a5b0a9; --leaf: #8fd3ae; --on-leaf: #121714;
    --clay: #f0957c; --line: #2c3530; --edge: #7f8c84;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 'Plus Jakarta Sans Variable', 'Plus Jakarta Sans', system-ui, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--leaf); }
:focus-visible { outline: 3px solid var(--leaf); outline-offset: 2px; }
.top { background: var(--starfruit); color: var(--on-starfruit); padding: 8px 16px; }
.top strong { display: block; }
.top nav { display: flex; flex-wrap: wrap; gap: 0 16px; }
.top a { color: inherit; display: inline-flex; align-items: center; min-height: 44px; }
.top a[aria-current] { font-weight: 700; text-decoration-thickness: 3px; }
main { max-width: 640px; margin: 0 auto; padding: 16px; }
main.wide { max-width: 1080px; }
body.fill { height: 100dvh; display: flex; flex-direction: column; }
main.fill { flex: 1; min-height: 0; width: 100%; max-width: none; padding: 0; }
h1 { font-size: 26px; line-height: 1.25; margin: 8px 0 16px; }
h2 { font-size: 20px; line-height: 1.3; margin: 24px 0 8px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px; margin: 0 0 16px; }
.card > :first-child { margin-top: 0; }
.card > :last-child { margin-bottom: 0; }
.amount { font-size: 34px; line-height: 1.2; font-weight: 700; font-variant-numeric: tabular-nums; margin: 0; }
.quiet { color: var(--quiet); }
.state { display: inline-block; border-radius: 999px; padding: 2px 12px; font-size: 14px; border: 1px solid var(--edge); }
.state.waiting { background: var(--starfruit); color: var(--on-starfruit); border-color: var(--starfruit); }
.state.good { background: var(--leaf); color: var(--on-leaf); border-color: var(--leaf); }
.state.ended { color: var(--clay); border-color: var(--clay); }
dl { margin: 0; display: grid; grid-template-columns: minmax(96px, auto) 1fr; gap: 8px 16px; }
dt { color: var(--quiet); }
dd { margin: 0; }
.number { font-size: 20px; font-weight: 700; font-variant-numeric: tabular-nums; user-select: all; }
.qr { display: block; width: 100%; max-width: 280px; height: auto; margin: 16px auto; background: #fff; border-radius: 12px; }
form { margin: 0 0 16px; }
label { display: block; font-weight: 600; margin: 0 0 4px; }
input, select, textarea {
  width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--edge); border-radius: 12px;
}
button, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 8px 16px; width: 100%;
  margin: 8px 0 0; font: inherit; font-weight: 700; border-radius: 12px; border: 1px solid var(--leaf); background: var(--leaf);
  color: var(--on-leaf); cursor: pointer; text-decoration: none;
}
button.second, .button.second { background: transparent; color: var(--leaf); }
button.ends { background: transparent; color: var(--clay); border-color: var(--clay); }
ul.plain { list-style: none; margin: 0; padding: 0; }
.row { display: block; color: inherit; text-decoration: none; }
.row .amount { font-size: 20px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: normal; }
.scroll th, .scroll td { white-space: nowrap; }
td.money, th.money { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.views { display: flex; flex-wrap: wrap; gap: 0 16px; margin: 0 0 16px; }
.views a { display: inline-flex; align-items: center; min-height: 44px; }
.views a[aria-current] { font-weight: 700; color: inherit; }
.row .amount { margin-right: 8px; }
.row .state { vertical-align: 2px; }
@media (min-width: 720px) { .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 0 16px; } }
@media (min-width: 720px) { .acts { display: flex; gap: 8px; } .acts form { flex: 1; } }
`;
