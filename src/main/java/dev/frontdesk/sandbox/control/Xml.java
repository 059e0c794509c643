package dev.frontdesk.sandbox.control;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML element as AWS's query and REST protocols use them: either text or children, no
 * attributes, one namespace for the whole document.
 */
record Xml(String name, String text, List<Xml> children) {
  /** Far above what any request of CloudFront nests. */
  private static final int MAX_DEPTH = 16;

  private static final XMLInputFactory READERS = readers();

  static Xml leaf(String name, Object value) {
    return new Xml(name, value.toString(), List.of());
  }

  /** An element of children; those that are null are left out. */
  static Xml node(String name, @Nullable Xml... children) {
    var present = new ArrayList<Xml>();
    for (var child : children) {
      if (child != null) {
        present.add(child);
      }
    }
    return node(name, present);
  }

  static Xml node(String name, List<Xml> children) {
    return new Xml(name, "", List.copyOf(children));
  }

  /** CloudFront's lists: how many there are, and the items in an element of their own if any. */
  static Xml list(String name, List<Xml> items) {
    return items.isEmpty()
        ? node(name, leaf("Quantity", 0))
        : node(name, leaf("Quantity", items.size()), node("Items", items));
  }

  static Xml list(String name, String itemName, List<String> items) {
    return list(name, items.stream().map(item -> leaf(itemName, item)).toList());
  }

  /** This element with more children at its end. */
  Xml with(Xml... more) {
    var all = new ArrayList<>(children);
    all.addAll(Arrays.asList(more));
    return node(name, all);
  }

  Optional<Xml> child(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst();
  }

  /** The document with this element as its root. */
  byte[] document(String namespace) {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(out, " xmlns=\"" + namespace + "\"");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(StringBuilder out, String attribute) {
    out.append('<').append(name).append(attribute);
    if (children.isEmpty() && text.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    escape(out, text);
    for (var child : children) {
      child.write(out, "");
    }
    out.append("</").append(name).append('>');
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        // A reader turns a raw one into a line feed.
        case '\r' -> out.append("&#13;");
        // XML 1.0 has no other control characters, not even escaped.
        default -> out.append(c >= ' ' || c == '\t' || c == '\n' ? c : '\uFFFD');
      }
    }
  }

  /**
   * Reads a document; namespaces, attributes, comments and instructions are passed over.
   *
   * @throws XMLStreamException if it is not well-formed, nests too deeply or has a DTD, which is
   *     refused so that nothing outside the request is ever read and no entity expands
   */
  static Xml parse(String document) throws XMLStreamException {
    var reader = READERS.createXMLStreamReader(new StringReader(document));
    try {
      return parse(reader);
    } finally {
      reader.close();
    }
  }

  private static Xml parse(XMLStreamReader reader) throws XMLStreamException {
    var open = new ArrayDeque<Draft>();
    var document = new Draft("", new StringBuilder(), new ArrayList<>());
    open.push(document);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type is not accepted", reader.getLocation());
        case XMLStreamConstants.START_ELEMENT -> {
          if (open.size() > MAX_DEPTH) {
            throw new XMLStreamException("nested too deeply", reader.getLocation());
          }
          open.push(new Draft(reader.getLocalName(), new StringBuilder(), new ArrayList<>()));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            open.element().text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          var done = open.pop().finish();
          open.element().children.add(done);
        }
        default -> {}
      }
    }
    return document.children.getFirst();
  }

  private static XMLInputFactory readers() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** An element whose end has not been read yet. */
  private record Draft(String name, StringBuilder text, List<Xml> children) {
    Xml finish() {
      // White space between children is layout.
      return new Xml(name, children.isEmpty() ? text.toString() : "", List.copyOf(children));
    }
  }
}
