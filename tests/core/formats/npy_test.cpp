#include "formats/npy.h"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <limits>
#include <string>

#include "errors.h"

namespace anneal {
namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes file_of(const std::string& header, const Bytes& data, std::uint8_t version = 1) {
  Bytes file = {0x93, 'N', 'U', 'M', 'P', 'Y', version, 0};
  const int length_bytes = version == 1 ? 2 : 4;
  for (int i = 0; i < length_bytes; ++i) {
    file.push_back(static_cast<std::uint8_t>(header.size() >> (8 * i)));
  }
  file.insert(file.end(), header.begin(), header.end());
  file.insert(file.end(), data.begin(), data.end());
  return file;
}

Bytes npy(const std::string& type, const std::string& shape, const Bytes& data,
          bool fortran = false) {
  return file_of("{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") +
                     ", 'shape': " + shape + ", }   \n",
                 data);
}

template <class T>
Bytes bytes_of(const std::vector<T>& numbers, bool big_endian = false) {
  Bytes bytes;
  for (const T number : numbers) {
    const auto raw = std::bit_cast<std::array<std::uint8_t, sizeof(T)>>(number);
    if (big_endian) bytes.insert(bytes.end(), raw.rbegin(), raw.rend());
    if (!big_endian) bytes.insert(bytes.end(), raw.begin(), raw.end());
  }
  return bytes;
}

Dataset read(const Bytes& images, const Bytes& labels) {
  return read_npy(parse_npy(images, "x"), parse_npy(labels, "y"));
}

std::string refusal(const Bytes& images, const Bytes& labels) {
  return testing::refusal_of(ErrorKind::file, [&] { read(images, labels); });
}

std::string header_refusal(const Bytes& file) {
  return testing::refusal_of(ErrorKind::file, [&] { parse_npy(file, "x"); });
}

const Bytes kTwoImages = npy("|u1", "(2, 1, 3)", {1, 2, 3, 4, 5, 6});
const Bytes kTwoLabels = npy("<i8", "(2,)", bytes_of<std::int64_t>({4, 1}));

TEST(Npy, ReadsBytesAndLabels) {
  const Dataset dataset = read(kTwoImages, kTwoLabels);
  EXPECT_EQ(dataset.image_shape, (Shape{1, 3, 1}));
  EXPECT_EQ(dataset.pixels, (Bytes{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(dataset.labels, (std::vector<std::uint16_t>{4, 1}));
  EXPECT_EQ(dataset.classes, 5u);
  EXPECT_NO_THROW(check_dataset(dataset));
}

TEST(Npy, ReadsEveryVersionOfTheHeader) {
  const std::string header = R"({"shape": (2,1,3), "fortran_order": False, "descr": "|u1"})";
  for (const std::uint8_t version : {1, 2, 3}) {
    EXPECT_EQ(read(file_of(header, {1, 2, 3, 4, 5, 6}, version), kTwoLabels).pixels,
              (Bytes{1, 2, 3, 4, 5, 6}));
  }
}

TEST(Npy, TheFirstAxisOfFortranOrderIsContiguous) {
  // [2, 2, 1, 3]: number (n, h, w, c) is 100 n + 10 h + c, written with n fastest, then h.
  const Bytes written = {0, 100, 10, 110, 1, 101, 11, 111, 2, 102, 12, 112};
  const Dataset dataset = read(npy("|u1", "(2, 2, 1, 3)", written, true), kTwoLabels);
  EXPECT_EQ(dataset.image_shape, (Shape{2, 1, 3}));
  EXPECT_EQ(dataset.pixels, (Bytes{0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112}));
}

TEST(Npy, FloatsUpToOneAreScaledAndLargerOnesAreBytes) {
  const auto pixels = [](const std::string& type, const Bytes& data) {
    return read(npy(type, "(2, 1, 2)", data), kTwoLabels).pixels;
  };
  EXPECT_EQ(pixels("<f4", bytes_of<float>({0, 1, .5f, .25f})), (Bytes{0, 255, 128, 64}));
  EXPECT_EQ(pixels(">f8", bytes_of<double>({0, 1, .5, .25}, true)), (Bytes{0, 255, 128, 64}));
  EXPECT_EQ(pixels("<f8", bytes_of<double>({0, 1, 1.5, 254.6})), (Bytes{0, 1, 2, 255}));
}

TEST(Npy, IntegersOfAnySizeAndOrderAreBytes) {
  const auto pixels = [](const std::string& type, const Bytes& data) {
    return read(npy(type, "(2, 1, 1)", data), kTwoLabels).pixels;
  };
  EXPECT_EQ(pixels("<i2", bytes_of<std::int16_t>({255, 1})), (Bytes{255, 1}));
  EXPECT_EQ(pixels(">u4", bytes_of<std::uint32_t>({255, 1}, true)), (Bytes{255, 1}));
  EXPECT_EQ(pixels("<u8", bytes_of<std::uint64_t>({0, 7})), (Bytes{0, 7}));
  const Dataset column = read(kTwoImages, npy("|i1", "(2, 1)", {3, 0}));
  EXPECT_EQ(column.labels, (std::vector<std::uint16_t>{3, 0}));
}

TEST(Npy, RefusesNumbersThatAreNotPixelsOrLabels) {
  const auto images = [](const std::string& type, const Bytes& data) {
    return refusal(npy(type, "(2, 1, 1)", data), kTwoLabels);
  };
  EXPECT_EQ(images("<i2", bytes_of<std::int16_t>({-3, 1})),
            "x is <i2 [2, 1, 1] and holds the number -3: expected numbers from 0 to 255");
  EXPECT_EQ(images("<u2", bytes_of<std::uint16_t>({1, 256})),
            "x is <u2 [2, 1, 1] and holds the number 256: expected numbers from 0 to 255");
  EXPECT_EQ(images("<f4", bytes_of<float>({-.5f, 1})),
            "x is <f4 [2, 1, 1] and holds the number -0.500000: expected numbers that all lie in "
            "[0, 1] or in [0, 255]");
  EXPECT_NE(images("<f4", bytes_of<float>({std::numeric_limits<float>::quiet_NaN(), 1})), "");
  EXPECT_EQ(refusal(kTwoImages, npy("<i4", "(2,)", bytes_of<std::int32_t>({0, -1}))),
            "y gives image 1 the label -1: expected 0 to 65535");
  EXPECT_EQ(refusal(kTwoImages, npy("<i4", "(2,)", bytes_of<std::int32_t>({65536, 0}))),
            "y gives image 0 the label 65536: expected 0 to 65535");
}

TEST(Npy, RefusesShapesThatAreNotImagesOrLabels) {
  EXPECT_EQ(refusal(npy("|u1", "(2, 3)", Bytes(6)), kTwoLabels),
            "x is |u1 [2, 3]: expected images, [N, H, W] or [N, H, W, C], with sides of 1 to 4096 "
            "and 1 to 4 channels, which come last");
  EXPECT_NE(refusal(npy("|u1", "(2, 3, 8, 8)", Bytes(384)), kTwoLabels), "");
  EXPECT_NE(refusal(npy("|u1", "(2, 0, 3)", {}), kTwoLabels), "");
  EXPECT_EQ(refusal(npy("|u1", "(0, 2, 3)", {}), npy("|u1", "(0,)", {})),
            "x is |u1 [0, 2, 3]: expected one image at least");
  EXPECT_EQ(refusal(kTwoImages, npy("<f4", "(2,)", bytes_of<float>({0, 1}))),
            "y is <f4 [2]: expected labels, integers of the shape [N] or [N, 1]");
  EXPECT_EQ(refusal(kTwoImages, npy("|u1", "(2, 2)", Bytes(4))),
            "y is |u1 [2, 2]: expected labels, integers of the shape [N] or [N, 1]");
  EXPECT_EQ(refusal(kTwoImages, npy("|u1", "(3,)", Bytes(3))),
            "x and y do not belong together: 2 images, but 3 labels");
}

TEST(Npy, RefusesAFileThatIsTruncatedOrTooLong) {
  for (std::size_t length = 0; length < kTwoImages.size(); ++length) {
    const Bytes part(kTwoImages.begin(), kTwoImages.begin() + static_cast<std::ptrdiff_t>(length));
    EXPECT_NE(header_refusal(part).find("x is cut off"), std::string::npos) << length;
  }
  Bytes longer = kTwoImages;
  longer.push_back(0);
  EXPECT_EQ(header_refusal(longer), "x is too long: its header announces 6 bytes, got 7");
}

TEST(Npy, RefusesFilesThatAreNotArraysOfNumbers) {
  EXPECT_EQ(header_refusal({'P', 'K', 3, 4}),
            "x is not an .npy array: expected it to begin with \\x93NUMPY");
  EXPECT_EQ(header_refusal(file_of("{}", {}, 4)),
            "x is an .npy array of version 4: expected 1, 2 or 3");
  EXPECT_EQ(header_refusal(npy("|O", "(1,)", {0})),
            "x holds numbers of the type |O: expected integers (u1 to i8) or floats (f4, f8)");
  for (const char* header :
       {"", "{}", "{'descr': '|u1'",
        "{'descr': [('a', '|u1')], 'fortran_order': False, 'shape': ()}",
        "{'descr': '|u1', 'fortran_order': 0, 'shape': (1,)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (-1,)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1 1)}",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (9999999999999999999,)}"}) {
    EXPECT_NE(header_refusal(file_of(header, {0})).find("x has a damaged header"),
              std::string::npos)
        << header;
  }
}

TEST(Npy, SizesInAHeaderAreNeverTrusted) {
  EXPECT_EQ(header_refusal(npy("<f8", "(4294967296, 4294967296, 4294967296)", {0})),
            "x is cut off: its header announces more than 18 exabytes, got 1");
  // 2^61 numbers of 8 bytes overflow to 0 bytes.
  EXPECT_NE(header_refusal(npy("<f8", "(2305843009213693952,)", {})), "");
  EXPECT_NE(header_refusal(npy("|u1", "(999999999999999999, 0)", {1})), "");
}

TEST(Npy, TooManyImagesAreRefusedBeforeAllocation) {
  // Announcing a length costs nothing, so the shapes are set directly.
  NpyArray images = parse_npy(kTwoImages, "x"), labels = parse_npy(kTwoLabels, "y");
  images.shape = {std::uint64_t{1} << 40, 28, 28};
  labels.shape = {std::uint64_t{1} << 40};
  EXPECT_EQ(testing::refusal_of(ErrorKind::memory, [&] { read_npy(images, labels); }),
            "1099511627776 images of [28, 28, 1] take 862017116.2 MB, and 1073.7 MB is the most "
            "that images may take: at most 1369568 of this size fit");
}

}  // namespace
}  // namespace anneal
