// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns what KaTeX makes of a formula, which is meant for a browser and its style sheet, into marks
// on a plane: glyphs, rules and outlines. Lengths are ems of the formula; y grows downwards from
// the baseline. measure.advance(text, font) is the program's. typeset(tex, displayed) gives {width, ascent, descent, marks} or {error}.
"use strict";

const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

// Which font the classes of a node call for; KaTeX's style sheet in a table.
const FAMILIES = {
    mathnormal: "Math-Italic", mathit: "Main-Italic", mathrm: "Main-Regular",
    mathbf: "Main-Bold", boldsymbol: "Math-BoldItalic", amsrm: "AMS-Regular",
    mathbb: "AMS-Regular", textbb: "AMS-Regular", mathcal: "Caligraphic-Regular",
    mathfrak: "Fraktur-Regular", textfrak: "Fraktur-Regular", mathtt: "Typewriter-Regular",
    texttt: "Typewriter-Regular", mathscr: "Script-Regular", textscr: "Script-Regular",
    mathsf: "SansSerif-Regular", textsf: "SansSerif-Regular", mathboldsf: "SansSerif-Bold",
    mathitsf: "SansSerif-Italic", mathsfit: "SansSerif-Italic", mainrm: "Main-Regular",
    textrm: "Main-Regular", textbf: "Main-Bold", textit: "Main-Italic",
    "small-op": "Size1-Regular", "large-op": "Size2-Regular",
    "delim-size1": "Size1-Regular", "delim-size4": "Size4-Regular",
};
const CENTRED = ["mfrac", "op-limits", "accent", "mover", "munder", "x-arrow", "col-align-c"];
// Laid out once the width of what they stand over is known.
const STRETCHED = ["frac-line", "hline", "hide-tail", "stretchy", "overline-line",
                   "underline-line", "svg-wide"];

function has(node, name) {
    return !!node.classes && node.classes.indexOf(name) >= 0;
}

function em(text) {
    const value = parseFloat(text);
    return isFinite(value) ? value : 0;
}

function fontOf(classes, before) {
    let font = before;
    for (const name of classes) {
        if (name === "textbf" && before === "Main-Italic" || name === "textit" && before === "Main-Bold") {
            font = "Main-BoldItalic";
        } else if (FAMILIES[name]) {
            font = FAMILIES[name];
        } else if (/^size[1-4]$/.test(name) && classes.indexOf("delimsizing") >= 0) {
            font = "Size" + name[4] + "-Regular";
        }
    }
    return font;
}

function sizeOf(classes, before) {
    let from = 0, to = 0;
    for (const name of classes) {
        const match = /^(reset-)?size(\d+)$/.exec(name);
        if (match && match[1]) {
            from = Number(match[2]);
        } else if (match) {
            to = Number(match[2]);
        }
    }
    return from > 0 && to > 0 ? before * SIZES[to - 1] / SIZES[from - 1] : before;
}

function moved(marks, x, y) {
    for (const mark of marks) {
        mark.x += x;
        mark.y += y;
    }
    return marks;
}

function rule(x, y, width, height) {
    return {kind: "rule", x: x, y: y, width: width, height: height};
}

// A box is {width, marks}; its baseline is y = 0.
function layoutSymbol(node, context) {
    const font = fontOf(node.classes, context.font);
    const text = node.text.replace(/\u200b/g, "");
    // Of letters that it has joined KaTeX knows the first one's width, of foreign ones none.
    const known = Array.from(text).length === 1 ? node.width : 0;
    const width = known > 0 || text === "" ? known : measure.advance(text, font);
    const marks = text.trim() === "" ? [] : [{kind: "glyph", text: text, font: font,
                                              size: context.size, x: 0, y: 0}];
    const style = node.style || {};
    const box = {width: (width + (node.italic > 0 ? node.italic : 0)) * context.size, marks: marks};
    return placed(node, style, context, box);
}

// What the style attribute does to any box.
function placed(node, style, context, box) {
    const size = context.size;
    moved(box.marks, (em(style.left) + em(style.marginLeft) + em(style.paddingLeft)) * size,
          em(style.top) * size);
    box.width += (em(style.marginLeft) + em(style.marginRight) + em(style.paddingLeft)) * size;
    return box;
}

function layoutRow(children, context) {
    const box = {width: 0, marks: []};
    for (const child of children) {
        const inner = layout(child, context);
        box.marks = box.marks.concat(moved(inner.marks, box.width, 0));
        box.width += inner.width;
    }
    return box;
}

// Elements above and below each other. KaTeX says where with "top" and the height of a strut.
function layoutStack(node, context) {
    const rows = node.children[0].children[0].children.map(function (row) {
        const size = sizeOf(row.classes || [], context.size);
        const strut = row.children[0];
        const rest = row.children.slice(1);
        const style = row.style || {};
        return {row: row, style: style, rest: rest,
                y: (em(style.top) + em(strut && strut.style && strut.style.height)) * size,
                stretched: rest.length > 0 && rest.every(isStretched)};
    });
    let width = 0;
    for (const row of rows) {
        if (!row.stretched) {
            row.box = layoutRow(row.rest, context);
            const style = row.style;
            moved(row.box.marks, (em(style.marginLeft) + paddingOf(row.row)) * context.size, 0);
            row.box.width += (em(style.marginLeft) + em(style.marginRight) +
                              paddingOf(row.row)) * context.size;
            width = Math.max(width, row.box.width);
        }
    }
    for (const row of rows) {
        if (row.stretched) {
            // "calc(100% - 0.1em)": an accent over letters that lean
            const less = /calc\(100% - ([\d.]+)em\)/.exec(row.style.width || "");
            row.left = em(row.style.marginLeft) * context.size;
            const inner = Object.assign({}, context,
                                        {wide: width - (less ? Number(less[1]) * context.size : 0)});
            row.box = layoutRow(row.rest, inner);
            width = Math.max(width, row.box.width);
        }
    }
    const result = {width: width, marks: []};
    for (const row of rows) {
        const room = width - row.box.width;
        const x = context.align === "centre" ? room / 2 : context.align === "end" ? room : 0;
        result.marks = result.marks.concat(moved(row.box.marks, row.stretched ? row.left : x, row.y));
    }
    return result;
}

function paddingOf(node) {
    return node.style && node.style.paddingLeft ? em(node.style.paddingLeft) : 0;
}

function isStretched(node) {
    return STRETCHED.some(function (name) { return has(node, name); }) ||
        (!!node.children && node.children.some(isWideSvg)) ||
        (!!node.children && node.children.length === 1 && isStretched(node.children[0]));
}

function isSvg(node) {
    return !!node.attributes && !node.classes &&
        (!!node.attributes.viewBox || !!node.children && node.children.some(isLine));
}

// Of \cancel and the like.
function isLine(node) {
    return !!node.attributes && node.attributes.x1 !== undefined;
}

function isWideSvg(node) {
    return isSvg(node) && node.attributes.width === "100%";
}

const PARTS = {"halfarrow-left": [0, 0.502], "halfarrow-right": [0.498, 0.502],
               "brace-left": [0, 0.251], "brace-center": [0.25, 0.5], "brace-right": [0.749, 0.251]};

function partOf(node) {
    const name = (node.classes || []).find(function (known) { return PARTS[known]; });
    return name && node.children && node.children.length > 0 && isSvg(node.children[0])
        ? PARTS[name] : null;
}

// Lines from corner to corner, as thin bands.
function struckOut(svg, x, width, height) {
    const at = function (text, whole) {
        return String(text).indexOf("%") > 0 ? parseFloat(text) / 100 * whole : 1000 * em(text);
    };
    const view = [0, 0, 1000 * width, 1000 * height];
    const paths = svg.children.filter(isLine).map(function (line) {
        const a = line.attributes;
        const half = 500 * (em(a["stroke-width"]) || 0.046);
        const x1 = at(a.x1, view[2]), y1 = at(a.y1, view[3]);
        const x2 = at(a.x2, view[2]), y2 = at(a.y2, view[3]);
        return "<path d='M" + x1 + " " + (y1 - half) + "L" + x2 + " " + (y2 - half) + "L" + x2 +
            " " + (y2 + half) + "L" + x1 + " " + (y1 + half) + "z'/>";
    }).join("");
    return {kind: "outline", paths: paths, view: view, x: x, y: -height, width: width,
            height: height};
}

// An outline: which part of it is seen, and where. Its bottom lies on the baseline.
function outline(svg, x, width, height) {
    if (!svg.attributes.viewBox) {
        return struckOut(svg, x, width, height);
    }
    const view = svg.attributes.viewBox.split(/\s+/).map(Number);
    const ratio = svg.attributes.preserveAspectRatio || "xMidYMid";
    let seen = view;
    if (ratio.indexOf("slice") > 0 && height > 0) {
        const scale = height / view[3];
        const wide = width / scale;
        const left = ratio.indexOf("xMax") === 0 ? view[2] - wide
                   : ratio.indexOf("xMid") === 0 ? (view[2] - wide) / 2 : 0;
        seen = [view[0] + left, view[1], wide, view[3]];
    }
    const paths = svg.children.map(function (child) { return child.toMarkup(); }).join("");
    return {kind: "outline", paths: paths, view: seen, x: x, y: -height, width: width,
            height: height};
}

function layoutSvgs(node, context, width) {
    const height = em(node.style && node.style.height) * context.size;
    const box = {width: width, marks: []};
    for (const child of node.children) {
        if (isSvg(child)) {
            const own = /width:\s*([\d.]+)em/.exec(child.attributes.style || "");
            box.marks.push(outline(child, 0, own ? Number(own[1]) * context.size : width, height));
        } else if (partOf(child)) {
            const part = partOf(child);
            box.marks.push(outline(child.children[0], part[0] * width, part[1] * width, height));
        }
    }
    return box;
}

function hasSvg(node) {
    return !!node.children && node.children.some(function (child) {
        return isSvg(child) || !!partOf(child);
    });
}

function layoutFramed(node, style, context, box) {
    const line = (em(style.borderWidth) || 0.04) * context.size;
    const height = em(style.height) * context.size || box.height || 0;
    return height > 0 && context.wide > 0
        ? {width: context.wide, marks: [
            rule(0, -height, context.wide, line), rule(0, -line, context.wide, line),
            rule(0, -height, line, height), rule(context.wide - line, -height, line, height)]}
        : box;
}

function layout(node, context) {
    if (node.text !== undefined) {
        return layoutSymbol(node, context);
    }
    const classes = node.classes || [];
    const style = node.style || {};
    const inner = Object.assign({}, context);
    inner.font = fontOf(classes, context.font);
    inner.size = sizeOf(classes, context.size);
    if (CENTRED.some(function (name) { return has(node, name); })) {
        inner.align = "centre";
    } else if (has(node, "col-align-r")) {
        inner.align = "end";
    } else if (has(node, "col-align-l") || has(node, "msupsub") || has(node, "svg-align")) {
        inner.align = "start";
    }
    if (has(node, "strut") || has(node, "vlist-s") || has(node, "pstrut")) {
        return {width: 0, marks: []};
    }
    if (has(node, "vlist-t")) {
        const box = layoutStack(node, inner);
        return placed(node, style, inner, box);
    }
    const wide = context.wide || em(style.minWidth) * inner.size;
    for (const name of ["frac-line", "hline", "overline-line", "underline-line"]) {
        if (has(node, name)) {
            const line = em(style.borderBottomWidth || style.height) * inner.size;
            return {width: wide, marks: [rule(0, -line, wide, line)]};
        }
    }
    if (has(node, "rule")) {
        const width = em(style.borderRightWidth) * inner.size;
        const height = em(style.borderTopWidth) * inner.size;
        return placed(node, {marginLeft: style.marginLeft, marginRight: style.marginRight}, inner,
                      {width: width,
                       marks: [rule(0, -height - em(style.bottom) * inner.size, width, height)]});
    }
    if (has(node, "vertical-separator")) {
        const height = em(style.height) * inner.size;
        const line = em(style.borderRightWidth || "0.04em") * inner.size;
        return {width: line,
                marks: [rule(0, -height - em(style.verticalAlign) * inner.size, line, height)]};
    }
    if (hasSvg(node)) {
        const own = em(style.width) * inner.size;
        return layoutSvgs(node, inner, own || Math.max(wide, em(style.minWidth) * inner.size));
    }
    const box = layoutRow(node.children || [], inner);
    if (has(node, "fbox") || has(node, "fcolorbox")) {
        return layoutFramed(node, style, inner, box);
    }
    if (has(node, "boxpad") || has(node, "cancel-pad") || has(node, "x-arrow-pad")) {
        const pad = (has(node, "x-arrow-pad") ? 0.5 : has(node, "boxpad") ? 0.3 : 0.2) * inner.size;
        moved(box.marks, pad, 0);
        box.width += 2 * pad;
    }
    if (has(node, "root")) {
        moved(box.marks, 0.27777778 * inner.size, 0);
        box.width += (0.27777778 - 0.55555556) * inner.size;
    }
    if (has(node, "nulldelimiter")) {
        box.width = 0.12 * inner.size;
    } else if (has(node, "arraycolsep") || has(node, "mspace") && style.width) {
        box.width = em(style.width) * inner.size;
    } else if (has(node, "accent-body") && !has(node, "accent-full")) {
        box.width = 0;
    } else if (has(node, "rlap") || has(node, "llap") || has(node, "clap")) {
        const shift = has(node, "llap") ? -box.width : has(node, "clap") ? -box.width / 2 : 0;
        moved(box.marks, shift, 0);
        box.width = 0;
    } else if (has(node, "tag")) {
        moved(box.marks, 2, 0);
        box.width += 2;
    }
    return placed(node, style, inner, box);
}

function typeset(tex, displayed) {
    let tree;
    try {
        tree = katex.__renderToHTMLTree(tex, {
            displayMode: displayed, throwOnError: true, output: "html", strict: "ignore",
            trust: false, maxSize: 20, maxExpand: 500,
        });
    } catch (error) {
        return {error: String(error.message)};
    }
    const box = layout(tree, {font: "Main-Regular", size: 1, align: "start", wide: 0});
    return {width: box.width, ascent: tree.height, descent: tree.depth, marks: box.marks};
}
