import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { printable } from './printable.ts';
import { unpackWoff } from './unpack-woff.ts';

const require = createRequire(import.meta.url);
const FACES = {
  text: require.resolve('@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-400-normal.woff'),
  bold: require.resolve('@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-latin-700-normal.woff'),
};
const face = (path: string): Buffer => unpackWoff(readFileSync(path));
let faces: { readonly text: Buffer; readonly bold: Buffer } | undefined;

/** How text looks. Sizes are in points. */
export interface TextLook {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly color?: keyof typeof COLORS;
}

/** One cell of a row. */
export interface Cell extends TextLook {
  readonly text: string;
  /** Left edge from the left margin, in points. */
  readonly left: number;
  /** In points. */
  readonly width: number;
  readonly isRight?: boolean;
  /** `Row` or `Column` for a cell that names its row or column. */
  readonly heads?: 'Row' | 'Column';
}

/** What the file says about itself. The same words and date give the same bytes. */
export interface SheetAbout {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: Date;
}

type Structure = PDFKit.PDFStructureElement;

const COLORS = { ink: '#1b211e', quiet: '#5a645e', leaf: '#1d6b45', line: '#dde3dc' } as const;
const MARGIN = 48;
const PAGE = { width: 595.28, height: 841.89 };
/** Below this the page belongs to its own number. */
const BOTTOM = PAGE.height - 64;
const ROW_GAP = 4;
const USUAL_SIZE = 10;

/** Width between the margins, in points. */
export const SHEET_WIDTH = PAGE.width - 2 * MARGIN;

/** An A4 document in Indonesian that is filled from top to bottom. Its text can be selected, and is tagged for screen readers. */
export class PdfSheet {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #root: Structure;
  #y = MARGIN;

  constructor({ title, author, subject, createdAt }: SheetAbout) {
    faces ??= { text: face(FACES.text), bold: face(FACES.bold) };
    this.#pdf = new PDFDocument({
      size: 'A4',
      // Pages are broken here, never by the library in the middle of a row.
      margins: { top: 0, bottom: 0, left: MARGIN, right: MARGIN },
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'id-ID',
      displayTitle: true,
      info: { Title: title, Author: author, Subject: subject, CreationDate: createdAt, ModDate: createdAt },
    });
    this.#pdf.registerFont('text', faces.text as never).registerFont('bold', faces.bold as never);
    this.#root = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#root);
  }

  /** Leaves room, in points; at the top of a page there is room already. */
  space(points: number): void {
    if (this.#y > MARGIN) this.#y += points;
  }

  /** One block of text over the given width (all of it unless said), tagged as a paragraph or a heading. */
  block(tag: 'H1' | 'H2' | 'P', text: string, look: TextLook = {}, width = SHEET_WIDTH): void {
    // A heading does not stand alone at the foot of a page.
    const keeps = tag === 'H2' ? 56 : 0;
    const height = this.#heightOf({ text, left: 0, width, ...look });
    this.#makeRoom(height + keeps);
    this.#draw({ text, left: 0, width, ...look }, this.#root, tag);
    this.#y += height;
  }

  /** A table, row by row; `head` is repeated to the eye on a further page. Rows never break. */
  table(rows: readonly (readonly Cell[])[], head: readonly Cell[] = []): void {
    const table = this.#pdf.struct('Table');
    this.#root.add(table);
    if (head.length > 0) this.#row(table, head, true);
    for (const row of rows) {
      if (this.#makeRoom(this.#heightOfRow(row)) && head.length > 0) this.#repeat(head);
      this.#row(table, row, head.length > 0);
    }
  }

  /** A picture of squares at the right of the first lines, described in words; takes no room. */
  squares(size: number, isDark: (column: number, row: number) => boolean, side: number, described: string): void {
    const pdf = this.#pdf;
    const [step, left, top] = [side / size, PAGE.width - MARGIN - side, MARGIN];
    const figure = pdf.struct('Figure', { alt: described }, () => {
      for (let row = 0; row < size; row += 1)
        for (let column = 0; column < size; column += 1)
          if (isDark(column, row)) pdf.rect(left + column * step, top + row * step, step, step);
      pdf.fill('#000000');
    });
    this.#root.add(figure);
  }

  /** Goes on below this height from the top margin, in points, if it is not there yet. */
  below(points: number): void {
    this.#y = Math.max(this.#y, MARGIN + points);
  }

  /** Numbers the pages and gives the file. */
  async end(footer: string): Promise<Buffer> {
    const pdf = this.#pdf;
    this.#root.end();
    const { count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(page);
      const text = printable(`${footer} · halaman ${page + 1} dari ${count}`);
      this.#artifact(() =>
        pdf
          .font('text')
          .fontSize(8)
          .fillColor(COLORS.quiet)
          .text(text, MARGIN, PAGE.height - 40),
      );
    }
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve, reject) => pdf.on('end', resolve).on('error', reject));
    pdf.end();
    await ended;
    return Buffer.concat(chunks);
  }

  #row(table: Structure, cells: readonly Cell[], isRuled: boolean): void {
    const row = this.#pdf.struct('TR');
    table.add(row);
    for (const cell of cells) this.#draw(cell, row, cell.heads ? 'TH' : 'TD');
    this.#y += this.#heightOfRow(cells);
    if (isRuled) this.#rule();
  }

  #repeat(head: readonly Cell[]): void {
    this.#artifact(() => {
      for (const cell of head) this.#write(cell);
    });
    this.#y += this.#heightOfRow(head);
    this.#rule();
  }

  #rule(): void {
    const y = this.#y - ROW_GAP / 2;
    const pdf = this.#pdf;
    this.#artifact(() =>
      pdf
        .moveTo(MARGIN, y)
        .lineTo(PAGE.width - MARGIN, y)
        .lineWidth(0.5)
        .stroke(COLORS.line),
    );
  }

  #artifact(draw: () => void): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#pdf.endMarkedContent();
  }

  #draw(cell: Cell, parent: Structure, tag: string): void {
    const about: { alt?: string; scope?: string } = cell.heads ? { scope: cell.heads } : {};
    parent.add(this.#pdf.struct(tag, about, () => this.#write(cell)));
  }

  #write(cell: Cell): void {
    this.#dress(cell).text(printable(cell.text), MARGIN + cell.left, this.#y, layoutOf(cell));
  }

  #heightOf(cell: Cell): number {
    return this.#dress(cell).heightOfString(printable(cell.text), layoutOf(cell));
  }

  #heightOfRow(cells: readonly Cell[]): number {
    return Math.max(...cells.map((cell) => this.#heightOf(cell))) + ROW_GAP;
  }

  #dress({ size = USUAL_SIZE, isBold = false, color = 'ink' }: TextLook): PDFKit.PDFDocument {
    return this.#pdf
      .font(isBold ? 'bold' : 'text')
      .fontSize(size)
      .fillColor(COLORS[color]);
  }

  /** Goes to the next page when so much does not fit below; says whether it did. */
  #makeRoom(height: number): boolean {
    if (this.#y + height <= BOTTOM) return false;
    this.#pdf.addPage();
    this.#y = MARGIN;
    return true;
  }
}

function layoutOf({ width, isRight }: Cell): PDFKit.Mixins.TextOptions {
  // Figures that stand in columns are of one width.
  return isRight ? { width, align: 'right', features: ['tnum'] } : { width };
}
