// What kinds of HTML elements there are, as the HTML standard groups them.
#pragma once

#include <gumbo.h>

#include <array>
#include <initializer_list>

namespace gongbao {

class TagSet {
 public:
  constexpr TagSet(std::initializer_list<GumboTag> tags) {
    for (const GumboTag tag : tags) has_[tag] = true;
  }
  constexpr bool has(GumboTag tag) const noexcept { return has_[tag]; }

 private:
  std::array<bool, GUMBO_TAG_LAST + 1> has_{};
};

// Begins and ends a line of its own.
inline bool is_block(GumboTag tag) noexcept {
  static constexpr TagSet tags = {
      GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,     GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
      GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,  GUMBO_TAG_DD,        GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,
      GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,        GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGCAPTION,
      GUMBO_TAG_FIGURE,  GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,      GUMBO_TAG_H1,         GUMBO_TAG_H2,
      GUMBO_TAG_H3,      GUMBO_TAG_H4,      GUMBO_TAG_H5,        GUMBO_TAG_H6,         GUMBO_TAG_HEADER,
      GUMBO_TAG_HGROUP,  GUMBO_TAG_HR,      GUMBO_TAG_HTML,      GUMBO_TAG_LEGEND,     GUMBO_TAG_LI,
      GUMBO_TAG_LISTING, GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,      GUMBO_TAG_NAV,        GUMBO_TAG_OL,
      GUMBO_TAG_P,       GUMBO_TAG_PRE,     GUMBO_TAG_SECTION,   GUMBO_TAG_SUMMARY,    GUMBO_TAG_TABLE,
      GUMBO_TAG_TBODY,   GUMBO_TAG_TD,      GUMBO_TAG_TFOOT,     GUMBO_TAG_TH,         GUMBO_TAG_THEAD,
      GUMBO_TAG_TR,      GUMBO_TAG_UL,      GUMBO_TAG_PLAINTEXT, GUMBO_TAG_XMP};
  return tags.has(tag);
}

// Holds nothing that a reader of the page sees as its text.
inline bool is_unseen(GumboTag tag) noexcept {
  static constexpr TagSet tags = {
      GUMBO_TAG_APPLET,   GUMBO_TAG_AUDIO,    GUMBO_TAG_BUTTON,  GUMBO_TAG_CANVAS,   GUMBO_TAG_DATALIST,
      GUMBO_TAG_FRAME,    GUMBO_TAG_FRAMESET, GUMBO_TAG_HEAD,    GUMBO_TAG_IFRAME,   GUMBO_TAG_INPUT,
      GUMBO_TAG_MAP,      GUMBO_TAG_MATH,     GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOSCRIPT,
      GUMBO_TAG_OBJECT,   GUMBO_TAG_SCRIPT,   GUMBO_TAG_SELECT,  GUMBO_TAG_STYLE,    GUMBO_TAG_SVG,
      GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE,   GUMBO_TAG_VIDEO,    GUMBO_TAG_RP};
  return tags.has(tag);
}

// Stands beside the page's text by its own name.
inline bool is_aside(GumboTag tag) noexcept {
  static constexpr TagSet tags = {GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_NAV};
  return tags.has(tag);
}

inline bool is_heading(GumboTag tag) noexcept {
  static constexpr TagSet tags = {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3};
  return tags.has(tag);
}

inline bool is_cell(GumboTag tag) noexcept { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

// Keeps line breaks and blanks as they are written.
inline bool is_preformatted(GumboTag tag) noexcept {
  static constexpr TagSet tags = {GUMBO_TAG_LISTING, GUMBO_TAG_PLAINTEXT, GUMBO_TAG_PRE, GUMBO_TAG_XMP};
  return tags.has(tag);
}

// Has no end tag.
inline bool is_void(GumboTag tag) noexcept {
  static constexpr TagSet tags = {GUMBO_TAG_AREA,   GUMBO_TAG_BASE,  GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND,
                                  GUMBO_TAG_BR,     GUMBO_TAG_COL,   GUMBO_TAG_EMBED,    GUMBO_TAG_FRAME,
                                  GUMBO_TAG_HR,     GUMBO_TAG_IMAGE, GUMBO_TAG_IMG,      GUMBO_TAG_INPUT,
                                  GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK,  GUMBO_TAG_META,     GUMBO_TAG_PARAM,
                                  GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR};
  return tags.has(tag);
}

// Its text holds no tags.
inline bool is_raw_text(GumboTag tag) noexcept {
  static constexpr TagSet tags = {GUMBO_TAG_IFRAME,    GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES,
                                  GUMBO_TAG_PLAINTEXT, GUMBO_TAG_SCRIPT,  GUMBO_TAG_STYLE,
                                  GUMBO_TAG_TEXTAREA,  GUMBO_TAG_TITLE,   GUMBO_TAG_XMP};
  return tags.has(tag);
}

// The standard's "formatting" elements: opened again where another element's end closed them.
inline bool is_format(GumboTag tag) noexcept {
  static constexpr TagSet tags = {GUMBO_TAG_A,      GUMBO_TAG_B,      GUMBO_TAG_BIG,  GUMBO_TAG_CODE, GUMBO_TAG_EM,
                                  GUMBO_TAG_FONT,   GUMBO_TAG_I,      GUMBO_TAG_NOBR, GUMBO_TAG_S,    GUMBO_TAG_SMALL,
                                  GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_TT,   GUMBO_TAG_U};
  return tags.has(tag);
}

// The standard's "special" elements: the end tag of an ordinary element inside does not reach beyond them.
inline bool is_special(GumboTag tag) noexcept {
  static constexpr TagSet others = {GUMBO_TAG_APPLET,   GUMBO_TAG_BUTTON,   GUMBO_TAG_COLGROUP, GUMBO_TAG_HEAD,
                                    GUMBO_TAG_IFRAME,   GUMBO_TAG_MARQUEE,  GUMBO_TAG_NOEMBED,  GUMBO_TAG_NOFRAMES,
                                    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT,   GUMBO_TAG_SCRIPT,   GUMBO_TAG_SELECT,
                                    GUMBO_TAG_STYLE,    GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE};
  return is_block(tag) || others.has(tag);
}

// Where the search for an open element ends.
inline bool bounds_scope(GumboTag tag) noexcept {
  static constexpr TagSet tags = {GUMBO_TAG_APPLET,  GUMBO_TAG_CAPTION,  GUMBO_TAG_HTML,
                                  GUMBO_TAG_MARQUEE, GUMBO_TAG_OBJECT,   GUMBO_TAG_TABLE,
                                  GUMBO_TAG_TD,      GUMBO_TAG_TEMPLATE, GUMBO_TAG_TH};
  return tags.has(tag);
}

// A table or a part of it whose children are parts of it in turn.
inline bool is_table_part(GumboTag tag) noexcept {
  static constexpr TagSet tags = {GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT, GUMBO_TAG_THEAD, GUMBO_TAG_TR};
  return tags.has(tag);
}

inline bool belongs_between_cells(GumboTag tag) noexcept {
  static constexpr TagSet others = {GUMBO_TAG_CAPTION,  GUMBO_TAG_COL,    GUMBO_TAG_COLGROUP, GUMBO_TAG_FORM,
                                    GUMBO_TAG_INPUT,    GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_TD,
                                    GUMBO_TAG_TEMPLATE, GUMBO_TAG_TH};
  return is_table_part(tag) || others.has(tag);
}

// Its start tag closes an open <p>.
inline bool closes_paragraph(GumboTag tag) noexcept {
  return is_block(tag) && !is_cell(tag) && tag != GUMBO_TAG_TBODY && tag != GUMBO_TAG_THEAD && tag != GUMBO_TAG_TFOOT &&
         tag != GUMBO_TAG_TR && tag != GUMBO_TAG_CAPTION;
}

}  // namespace gongbao
